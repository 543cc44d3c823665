import classes from "#client/features/plan/gantt.module.css";
import type { GanttMark } from "#shared/features/plan/gantt-geometry.ts";

type Props = {
  mark: GanttMark;
  label: string;
  fill: string;
  isTabStop: boolean;
  isSelected: boolean;
  onFocus: (key: string) => void;
  onPress: (key: string) => void;
};

/** A milestone (diamond) or a deliverable (flag) as a button. */
export function GanttMarkButton({ mark, label, fill, isTabStop, isSelected, onFocus, onPress }: Props) {
  const { row, x, y, size, isUndated } = mark;
  const half = size / 2;
  const shape =
    row.kind === "milestone"
      ? `M${x} ${y - half}l${half} ${half}l-${half} ${half}l-${half}-${half}z`
      : `M${x - half} ${y - half}h${size}l-4 ${half - 1}l4 ${half - 1}h-${size}z`;
  return (
    <g
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={label}
      className={classes["bar"]}
      data-row-key={row.key}
      data-selected={isSelected || undefined}
      onFocus={() => onFocus(row.key)}
      onClick={() => onPress(row.key)}
    >
      <rect className={classes["target"]} x={x - 13} y={row.y + 4} width={26} height={28} rx={6} />
      <path
        d={shape}
        className={classes["mark"]}
        data-open={(!row.isDone && row.kind === "deliverable") || undefined}
        data-undated={isUndated || undefined}
        data-late={row.isOverdue || undefined}
        style={{ fill }}
      />
      <text className={classes["code"]} data-late={row.isOverdue || undefined} x={x + half + 5} y={y + 4}>
        {row.isDone ? "✓ " : row.isOverdue ? "! " : ""}
        {row.code}
      </text>
    </g>
  );
}
