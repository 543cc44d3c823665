import { useTranslation } from "react-i18next";
import { useLeadOptions } from "#client/features/streams/use-lead-options.ts";
import { useStreamField } from "#client/features/streams/use-stream-field.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import { streamKinds, streamStates } from "#shared/features/streams/stream-words.ts";
import type { StreamDetail } from "#shared/features/streams/stream.ts";

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const reported: ReadonlySet<string> = new Set(["state", "trlNow", "description"]);
const lengths = { code: 20, title: 300, description: 10_000 } as const;

type Level = "trlStart" | "trlNow" | "trlTarget";
type Name = keyof typeof lengths | Level | "kind" | "state" | "leadParticipantId" | "startMonth" | "endMonth";

/** One fact of a stream, edited where it stands; the lead may change those that say where it stands. */
export function StreamField({ stream, name }: { stream: StreamDetail; name: Name }) {
  const { t } = useTranslation();
  const save = useStreamField(stream);
  const canEdit = reported.has(name) ? stream.may.report : stream.may.revise;
  const common = { name, canEdit, label: t(`streams:fields.${name}`) };
  const choices = (words: readonly string[], list: string) => ({
    variant: "select" as const,
    options: words.map((value) => ({ value, label: t(`streams:${list}.${value}`) })),
    onSave: save(name, (value: string | null) => words.find((word) => word === value) as never),
  });
  switch (name) {
    case "kind":
      return <InlineField {...common} {...choices(streamKinds, name)} value={stream.kind} />;
    case "state":
      return <InlineField {...common} {...choices(streamStates, name)} value={stream.state} />;
    case "leadParticipantId":
      return <LeadField stream={stream} common={common} onSave={save(name, (id: string | null) => id)} />;
    case "startMonth":
    case "endMonth":
      return (
        <InlineField
          {...common}
          variant="number"
          value={stream[name]}
          onSave={save(name, (month: number | null) => month)}
        />
      );
    case "trlStart":
    case "trlNow":
    case "trlTarget": {
      const options = [
        { value: "", label: t("common:notSet") },
        ...levels.map((level) => ({ value: String(level), label: t(`streams:trl.level.${level}`) })),
      ];
      const level = save(name, (text: string | null) => (text === null ? null : Number(text)));
      const value = stream[name] === null ? null : String(stream[name]);
      return <InlineField {...common} variant="select" options={options} value={value} onSave={level} />;
    }
    default: {
      const variant = name === "description" ? "long-text" : "text";
      const text = save(name, (value: string | null) => value ?? "");
      const long = { variant, maxLength: lengths[name] } as const;
      return <InlineField {...common} {...long} value={stream[name] || null} onSave={text} />;
    }
  }
}

type LeadProps = {
  stream: StreamDetail;
  common: { name: string; canEdit: boolean; label: string };
  onSave: (id: string | null, present?: PresentRow) => Promise<unknown>;
};

function LeadField({ stream, common, onSave }: LeadProps) {
  const { t } = useTranslation();
  const leads = useLeadOptions(stream.projectId);
  const options = [{ value: "", label: t("common:notSet") }, ...leads];
  // While the options are being read the name is known already.
  const nameOf = (id: string | null) =>
    id === stream.leadParticipantId ? stream.leadName : leads.find((each) => each.value === id)?.label;
  return (
    <InlineField
      {...common}
      variant="select"
      options={options}
      format={nameOf}
      value={stream.leadParticipantId}
      onSave={onSave}
    />
  );
}
