import { memo } from "react";
import classes from "#client/features/plan/gantt.module.css";
import type { GanttLine } from "#shared/features/plan/gantt-links.ts";

type Props = { lines: readonly GanttLine[]; activeKey: string | null };

/** Links as lines with right angles; those of the bar in focus stand out. What they say is in the labels of the bars. */
export const GanttLineList = memo(function GanttLineList({ lines, activeKey }: Props) {
  return (
    <g aria-hidden="true">
      {lines.map((line) => {
        const [x, y] = line.points.at(-1) ?? [0, 0];
        const isActive = line.fromKey === activeKey || line.toKey === activeKey;
        return (
          <g
            key={line.id}
            className={classes["line"]}
            data-active={isActive || undefined}
            data-indirect={line.isIndirect || undefined}
          >
            <polyline points={line.points.map((point) => point.join(",")).join(" ")} />
            <path d={`M${x} ${y}l-5-3.5v7z`} />
          </g>
        );
      })}
    </g>
  );
});
