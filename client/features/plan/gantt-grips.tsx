import type { PointerEvent } from "react";
import classes from "#client/features/plan/gantt.module.css";
import type { GrabbedPart } from "#client/features/plan/use-gantt-drag.ts";
import type { GanttBar } from "#shared/features/plan/gantt-geometry.ts";

type Props = { bar: GanttBar; grab: (part: GrabbedPart) => (event: PointerEvent<SVGElement>) => void };

const GRIP = 8;

/** Where a bar is taken to change its ends, and the dots that links are drawn between. */
export function GanttGrips({ bar, grab }: Props) {
  const { x, y, width, height } = bar;
  const end = x + width;
  const middle = y + height / 2;
  const grip = { y, width: GRIP, height, rx: 3 };
  return (
    <g className={classes["grips"]}>
      <rect {...grip} x={x - 2} data-grip="start" onPointerDown={grab("start")} />
      <rect {...grip} x={end - GRIP + 2} data-grip="end" onPointerDown={grab("end")} />
      <circle cx={x - 8} cy={middle} r={4} data-grip="in" />
      <circle cx={end + 8} cy={middle} r={4.5} data-grip="link" onPointerDown={grab("link")} />
    </g>
  );
}
