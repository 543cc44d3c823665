import type { PointerEvent } from "react";
import { GanttBarShape } from "#client/features/plan/gantt-bar-shape.tsx";
import { GanttGrips } from "#client/features/plan/gantt-grips.tsx";
import classes from "#client/features/plan/gantt.module.css";
import { placeOfBar } from "#client/features/plan/gantt-places.ts";
import type { GrabbedPart } from "#client/features/plan/use-gantt-drag.ts";
import type { GanttBar } from "#shared/features/plan/gantt-geometry.ts";
import type { TaskPlace } from "#shared/features/plan/plan.ts";

type Props = {
  bar: GanttBar;
  label: string;
  fill: string;
  monthWidth: number;
  isTabStop: boolean;
  isSelected: boolean;
  /** Held over new months, or moving along. */
  isMoving: boolean;
  mayMove: boolean;
  onFocus: (key: string) => void;
  onPress: (key: string) => void;
  onGrab: (event: PointerEvent<SVGElement>, bar: GanttBar, part: GrabbedPart, place: TaskPlace) => void;
  onDrag: (event: PointerEvent<SVGElement>) => void;
  onDrop: (event: PointerEvent<SVGElement>) => boolean;
};

/** A task or a group as a button that can be dragged; every drag has a key that does the same. */
export function GanttBarButton({
  bar,
  label,
  fill,
  monthWidth,
  isTabStop,
  isSelected,
  isMoving,
  mayMove,
  ...on
}: Props) {
  const { row, x, width } = bar;
  const grab = (part: GrabbedPart) => (event: PointerEvent<SVGElement>) => {
    if (mayMove) on.onGrab(event, bar, part, placeOfBar(bar, monthWidth));
  };
  const drop = (event: PointerEvent<SVGElement>) => {
    if (!on.onDrop(event) && event.button === 0) on.onPress(row.key);
  };
  const middle = row.y + 18;
  const mark = `${row.isOverdue ? "! " : ""}${row.isPinned ? "⚲ " : ""}${row.code}`;
  return (
    <g
      role="button"
      tabIndex={isTabStop ? 0 : -1}
      aria-label={label}
      {...(row.kind === "group" ? { "aria-expanded": !row.isCollapsed } : {})}
      className={classes["bar"]}
      data-row-key={row.key}
      data-moving={isMoving || undefined}
      data-selected={isSelected || undefined}
      data-movable={mayMove || undefined}
      onFocus={() => on.onFocus(row.key)}
      onPointerDown={grab("body")}
      onPointerMove={on.onDrag}
      onPointerUp={drop}
    >
      <rect className={classes["target"]} x={x - 2} y={row.y + 4} width={Math.max(24, width + 4)} height={28} rx={6} />
      <GanttBarShape bar={bar} fill={fill} />
      <text
        className={classes["code"]}
        data-late={row.isOverdue || undefined}
        x={x + width + (mayMove ? 18 : 7)}
        y={middle + 4}
      >
        {mark}
      </text>
      {mayMove ? <GanttGrips bar={bar} grab={grab} /> : null}
    </g>
  );
}
