import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/plan/gantt.module.css";
import { StreamSwatch } from "#client/features/streams/stream-swatch.tsx";
import { useFormat } from "#client/lib/use-format.ts";
import type { GanttRow } from "#shared/features/plan/gantt-rows.ts";
import type { PlanStream } from "#shared/features/plan/plan.ts";

type Props = {
  row: GanttRow;
  stream: PlanStream | undefined;
  member: string | undefined;
  isSelected: boolean;
  onToggle: (key: string) => void;
  onOpen: (key: string) => void;
};

/** One line of the tree. Its buttons are for the pointer; with keys the bar beside it does the same. */
export function GanttNameRow({ row, stream, member, isSelected, onToggle, onOpen }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = row.kind === "group" && row.id === "" ? t("gantt:loose") : row.title;
  const Chevron = row.isCollapsed ? IconChevronRight : IconChevronDown;
  return (
    <div
      role="listitem"
      className={classes["name"]}
      style={{ top: row.y }}
      data-level={row.level}
      data-kind={row.kind}
      data-selected={isSelected || undefined}
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
        {stream && row.level < 2 ? <StreamSwatch colour={stream.colour} pattern={stream.pattern} /> : null}
        <button type="button" tabIndex={-1} className={classes["words"]} title={title} onClick={() => onOpen(row.key)}>
          <b>{row.code}</b> {title}
        </button>
      </span>
      <span className={classes["member"]}>{row.kind === "group" && !row.streamId ? "" : member}</span>
      <span className={classes["figure"]}>{row.startMonth ?? ""}</span>
      <span className={classes["figure"]}>{row.endMonth ?? ""}</span>
      <span className={classes["figure"]}>{row.progressBp === null ? "" : format.shareShort(row.progressBp)}</span>
    </div>
  );
}
