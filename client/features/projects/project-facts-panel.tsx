import { useTranslation } from "react-i18next";
import classes from "#client/features/projects/project-page.module.css";
import { useProjectField } from "#client/features/projects/use-project-field.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { ProjectDetail } from "#shared/features/projects/project.ts";
import { projectVisibilities, ruleBooks } from "#shared/features/projects/project-words.ts";

const asText = (value: string | null) => value ?? "";
const asIs = <Value,>(value: Value) => value;

/** The facts of a project; each is edited where it stands. */
export function ProjectFactsPanel({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const save = useProjectField(project);
  const { revise, changePlan } = project.may;
  const label = (name: string) => t(`projects:fields.${name}`);
  return (
    <PagePanel title={t("projects:facts")}>
      <div className={classes["texts"]}>
        <InlineField
          variant="long-text"
          name="summary"
          label={label("summary")}
          value={project.summary || null}
          canEdit={revise}
          maxLength={10_000}
          onSave={save("summary", asText)}
        />
        <InlineField
          variant="long-text"
          name="objectives"
          label={label("objectives")}
          value={project.objectives || null}
          canEdit={revise}
          maxLength={10_000}
          onSave={save("objectives", asText)}
        />
      </div>
      <div className={classes["facts"]}>
        <InlineField
          name="acronym"
          label={label("acronym")}
          value={project.acronym}
          canEdit={revise}
          maxLength={40}
          onSave={save("acronym", (text: string | null) => text ?? "")}
        />
        <InlineField
          variant="date"
          name="startOn"
          label={label("startOn")}
          value={project.startOn}
          canEdit={changePlan}
          onSave={save("startOn", asIs<string | null>)}
        />
        <InlineField
          variant="number"
          name="durationMonths"
          label={label("durationMonths")}
          value={project.durationMonths}
          canEdit={changePlan}
          onSave={save("durationMonths", asIs<number | null>)}
        />
        <InlineField
          variant="number"
          name="periodMonths"
          label={label("periodMonths")}
          value={project.periodMonths}
          canEdit={changePlan}
          onSave={save("periodMonths", (months: number | null) => months ?? project.periodMonths)}
        />
        <InlineField
          name="currency"
          label={label("currency")}
          value={project.currency}
          canEdit={changePlan}
          maxLength={3}
          onSave={save("currency", (text: string | null) => (text ?? "").toUpperCase())}
        />
        <InlineField
          variant="select"
          name="ruleBook"
          label={label("ruleBook")}
          value={project.ruleBook}
          canEdit={changePlan}
          options={ruleBooks.map((value) => ({ value, label: t(`projects:ruleBook.${value}`) }))}
          onSave={save("ruleBook", (value: string | null) => ruleBooks.find((each) => each === value))}
        />
        <InlineField
          variant="select"
          name="visibility"
          label={label("visibility")}
          value={project.visibility}
          canEdit={revise}
          options={projectVisibilities.map((value) => ({ value, label: t(`projects:visibility.${value}`) }))}
          onSave={save("visibility", (value: string | null) => projectVisibilities.find((each) => each === value))}
        />
        <InlineField
          name="place"
          label={label("place")}
          value={project.place}
          canEdit={revise}
          maxLength={200}
          onSave={save("place", asIs<string | null>)}
        />
        <InlineField
          name="keywords"
          label={label("keywords")}
          value={project.keywords.join(", ") || null}
          canEdit={revise}
          onSave={save("keywords", wordsOf)}
        />
        <InlineField
          name="callTopic"
          label={label("callTopic")}
          value={project.callTopic}
          canEdit={revise}
          maxLength={200}
          onSave={save("callTopic", asIs<string | null>)}
        />
        <InlineField
          name="fundingScheme"
          label={label("fundingScheme")}
          value={project.fundingScheme}
          canEdit={revise}
          maxLength={100}
          onSave={save("fundingScheme", asIs<string | null>)}
        />
      </div>
    </PagePanel>
  );
}

function wordsOf(text: string | null): string[] {
  const words = (text ?? "").split(/[,;\n]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ""))];
}
