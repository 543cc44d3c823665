import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/plan/gantt.module.css";
import { StreamSwatch } from "#client/features/streams/stream-swatch.tsx";
import { useFormat } from "#client/lib/use-format.ts";
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
  const format = useFormat();
  const streams = new Map(plan.streams.map((stream) => [stream.id, stream]));
  const members = new Map(plan.participants.map(({ id, name }) => [id, name]));
  return (
    <div className={classes["names"]} role="list" aria-label={t("gantt:rows")} data-gantt-names>
      {rows.map((row) => {
        const stream = row.streamId === null ? undefined : streams.get(row.streamId);
        const title = row.kind === "group" && row.id === "" ? t("gantt:loose") : row.title;
        const Chevron = row.isCollapsed ? IconChevronRight : IconChevronDown;
        return (
          <div
            key={row.key}
            role="listitem"
            className={classes["name"]}
            style={{ top: row.y }}
            data-level={row.level}
            data-kind={row.kind}
            data-selected={row.key === selectedKey || undefined}
            data-late={row.isOverdue || undefined}
          >
            <span className={classes["title"]}>
              {row.hasChildren ? (
                <button
                  type="button"
                  tabIndex={-1}
                  className={classes["opener"]}
                  aria-expanded={!row.isCollapsed}
                  aria-label={`${row.code} ${title}`}
                  onClick={() => onToggle(row.key)}
                >
                  <Chevron size={16} aria-hidden="true" />
                </button>
              ) : (
                <span className={classes["opener"]} />
              )}
              {stream && (row.level === 0 || row.level === 1) ? (
                <StreamSwatch colour={stream.colour} pattern={stream.pattern} />
              ) : null}
              <button type="button" tabIndex={-1} className={classes["words"]} title={title} onClick={() => onOpen(row.key)}>
                <b>{row.code}</b> {title}
              </button>
            </span>
            <span className={classes["member"]}>
              {row.participantId === null ? "" : members.get(row.participantId)}
            </span>
            <span className={classes["figure"]}>{row.startMonth ?? ""}</span>
            <span className={classes["figure"]}>{row.endMonth ?? ""}</span>
            <span className={classes["figure"]}>
              {row.progressBp === null ? "" : format.shareShort(row.progressBp)}
            </span>
          </div>
        );
      })}
    </div>
  );
});
