import classes from "#client/features/plan/gantt.module.css";
import type { LinkDrag } from "#client/features/plan/use-gantt-drag.ts";
import type { GanttBar } from "#shared/features/plan/gantt-geometry.ts";

/** The line that follows the pointer while a link is drawn. */
export function GanttLinkDrag({ link, bars }: { link: LinkDrag | null; bars: readonly GanttBar[] }) {
  const bar = link === null ? undefined : bars.find(({ row }) => row.key === link.fromKey);
  if (!link || !bar) return null;
  return (
    <line
      className={classes["linking"]}
      x1={bar.x + bar.width + 8}
      y1={bar.y + bar.height / 2}
      x2={link.x}
      y2={link.y}
      aria-hidden="true"
    />
  );
}
