import { memo } from "react";
import { useTranslation } from "react-i18next";
import { GanttNameRow } from "#client/features/plan/gantt-name-row.tsx";
import classes from "#client/features/plan/gantt.module.css";
import type { GanttRow } from "#shared/features/plan/gantt-rows.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = {
  plan: ProjectPlan;
  rows: readonly GanttRow[];
  selectedKey: string | null;
  onToggle: (key: string) => void;
  onOpen: (key: string) => void;
};

/** The tree beside the bars: name, organisation, first and last month, progress. */
export const GanttNameList = memo(function GanttNameList({ plan, rows, selectedKey, onToggle, onOpen }: Props) {
  const { t } = useTranslation();
  const streams = new Map(plan.streams.map((stream) => [stream.id, stream]));
  const members = new Map(plan.participants.map(({ id, name }) => [id, name]));
  return (
    <div className={classes["names"]} role="list" aria-label={t("gantt:rows")} data-gantt-names>
      {rows.map((row) => (
        <GanttNameRow
          key={row.key}
          row={row}
          stream={streams.get(row.streamId ?? "")}
          member={members.get(row.participantId ?? "")}
          isSelected={row.key === selectedKey}
          onToggle={onToggle}
          onOpen={onOpen}
        />
      ))}
    </div>
  );
});
