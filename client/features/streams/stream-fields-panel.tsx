import { useTranslation } from "react-i18next";
import classes from "#client/features/streams/stream-page.module.css";
import { useLeadOptions } from "#client/features/streams/use-lead-options.ts";
import { useStreamField } from "#client/features/streams/use-stream-field.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { streamKinds, streamStates } from "#shared/features/streams/stream-words.ts";
import type { StreamDetail } from "#shared/features/streams/stream.ts";

const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const numberOf = (text: string | null) => (text === null ? null : Number(text));
const asIs = <Value,>(value: Value) => value;

/** The facts of a stream; each is edited where it stands. */
export function StreamFieldsPanel({ stream }: { stream: StreamDetail }) {
  const { t } = useTranslation();
  const save = useStreamField(stream);
  const leads = useLeadOptions(stream.projectId);
  const { revise, report } = stream.may;
  const label = (name: string) => t(`streams:fields.${name}`);
  const none = { value: "", label: t("common:notSet") };
  const trl = [none, ...levels.map((level) => ({ value: String(level), label: t(`streams:trl.level.${level}`) }))];
  const text = (level: number | null) => (level === null ? null : String(level));
  return (
    <PagePanel title={t("streams:facts")}>
      <div className={classes["facts"]}>
        <InlineField
          name="code"
          label={label("code")}
          value={stream.code}
          canEdit={revise}
          maxLength={20}
          onSave={save("code", (value: string | null) => value ?? "")}
        />
        <InlineField
          variant="select"
          name="kind"
          label={label("kind")}
          value={stream.kind}
          canEdit={revise}
          options={streamKinds.map((value) => ({ value, label: t(`streams:kind.${value}`) }))}
          onSave={save("kind", (value: string | null) => streamKinds.find((each) => each === value))}
        />
        <InlineField
          variant="select"
          name="state"
          label={label("state")}
          value={stream.state}
          canEdit={report}
          options={streamStates.map((value) => ({ value, label: t(`streams:state.${value}`) }))}
          onSave={save("state", (value: string | null) => streamStates.find((each) => each === value))}
        />
        <InlineField
          variant="select"
          name="leadParticipantId"
          label={label("leadParticipantId")}
          value={stream.leadParticipantId}
          canEdit={revise}
          options={[none, ...leads]}
          format={(value) =>
            value === stream.leadParticipantId ? stream.leadName : leads.find((each) => each.value === value)?.label
          }
          onSave={save("leadParticipantId", asIs<string | null>)}
        />
        <InlineField
          variant="number"
          name="startMonth"
          label={label("startMonth")}
          value={stream.startMonth}
          canEdit={revise}
          onSave={save("startMonth", asIs<number | null>)}
        />
        <InlineField
          variant="number"
          name="endMonth"
          label={label("endMonth")}
          value={stream.endMonth}
          canEdit={revise}
          onSave={save("endMonth", asIs<number | null>)}
        />
        <InlineField
          variant="select"
          name="trlStart"
          label={label("trlStart")}
          value={text(stream.trlStart)}
          options={trl}
          canEdit={revise}
          onSave={save("trlStart", numberOf)}
        />
        <InlineField
          variant="select"
          name="trlNow"
          label={label("trlNow")}
          value={text(stream.trlNow)}
          options={trl}
          canEdit={report}
          onSave={save("trlNow", numberOf)}
        />
        <InlineField
          variant="select"
          name="trlTarget"
          label={label("trlTarget")}
          value={text(stream.trlTarget)}
          options={trl}
          canEdit={revise}
          onSave={save("trlTarget", numberOf)}
        />
      </div>
      <InlineField
        variant="long-text"
        name="description"
        label={label("description")}
        value={stream.description || null}
        canEdit={report}
        maxLength={10_000}
        onSave={save("description", (value: string | null) => value ?? "")}
      />
    </PagePanel>
  );
}
