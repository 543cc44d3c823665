import { useTranslation } from "react-i18next";
import { useProjectField } from "#client/features/projects/use-project-field.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { ProjectDetail } from "#shared/features/projects/project.ts";
import { projectVisibilities, ruleBooks } from "#shared/features/projects/project-words.ts";

const lengths = {
  acronym: 40,
  currency: 3,
  summary: 10_000,
  objectives: 10_000,
  place: 200,
  callTopic: 200,
  fundingScheme: 100,
} as const;
const longTexts: ReadonlySet<string> = new Set(["summary", "objectives"]);
const optional: ReadonlySet<string> = new Set(["place", "callTopic", "fundingScheme"]);
const planned: ReadonlySet<string> = new Set(["startOn", "durationMonths", "periodMonths", "currency", "ruleBook"]);

type Name =
  | keyof typeof lengths
  | "startOn"
  | "durationMonths"
  | "periodMonths"
  | "ruleBook"
  | "visibility"
  | "keywords";

/** One fact of a project, edited where it stands. */
export function ProjectField({ project, name }: { project: ProjectDetail; name: Name }) {
  const { t } = useTranslation();
  const save = useProjectField(project);
  const canEdit = planned.has(name) ? project.may.changePlan : project.may.revise;
  const common = { name, canEdit, label: t(`projects:fields.${name}`) };
  const choices = (words: readonly string[], list: string) => ({
    variant: "select" as const,
    options: words.map((value) => ({ value, label: t(`projects:${list}.${value}`) })),
    onSave: save(name, (value: string | null) => words.find((word) => word === value) as never),
  });
  switch (name) {
    case "startOn":
      return (
        <InlineField {...common} variant="date" value={project.startOn} onSave={save(name, asIs<string | null>)} />
      );
    case "durationMonths":
      return (
        <InlineField
          {...common}
          variant="number"
          value={project.durationMonths}
          onSave={save(name, asIs<number | null>)}
        />
      );
    case "periodMonths": {
      const months = save(name, (value: number | null) => value ?? project.periodMonths);
      return <InlineField {...common} variant="number" value={project.periodMonths} onSave={months} />;
    }
    case "ruleBook":
      return <InlineField {...common} {...choices(ruleBooks, name)} value={project.ruleBook} />;
    case "visibility":
      return <InlineField {...common} {...choices(projectVisibilities, name)} value={project.visibility} />;
    case "keywords":
      return <InlineField {...common} value={project.keywords.join(", ") || null} onSave={save(name, wordsOf)} />;
    default: {
      const text = save(name, (value: string | null) => (optional.has(name) ? value : textOf(name, value)) as string);
      const variant = longTexts.has(name) ? "long-text" : "text";
      return (
        <InlineField
          {...common}
          variant={variant}
          value={project[name] || null}
          maxLength={lengths[name]}
          onSave={text}
        />
      );
    }
  }
}

function asIs<Value>(value: Value): Value {
  return value;
}

function textOf(name: Name, value: string | null): string {
  return name === "currency" ? (value ?? "").toUpperCase() : (value ?? "");
}

function wordsOf(text: string | null): string[] {
  const words = (text ?? "").split(/[,;\n]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ""))];
}
