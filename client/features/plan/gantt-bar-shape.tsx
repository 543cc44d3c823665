import classes from "#client/features/plan/gantt.module.css";
import type { GanttBar } from "#shared/features/plan/gantt-geometry.ts";

/** The drawing of a bar alone: ground, progress, pattern, missing ends, lateness and the baseline below it. */
export function GanttBarShape({ bar, fill }: { bar: GanttBar; fill: string }) {
  const { row, x, y, width, height, progressWidth, ghost, baseline } = bar;
  const mask = ghost === "end" || ghost === "start" ? { mask: `url(#gantt-mask-${ghost})` } : {};
  if (row.kind === "group") {
    const drop = Math.min(6, width / 2);
    const d = `M${x} ${y}h${width}v${height}l-${drop}-4h-${width - 2 * drop}l-${drop} 4z`;
    return (
      <path
        d={d}
        className={classes["summary"]}
        data-derived={row.isDerived || undefined}
        data-exceeded={row.isExceeded || undefined}
        data-ghost={ghost === "none" ? undefined : ghost}
      />
    );
  }
  return (
    <>
      {baseline ? <rect className={classes["baseline"]} rx={2} {...baseline} /> : null}
      {ghost === "both" ? (
        <rect className={classes["outline"]} x={x} y={y} width={width} height={height} rx={4} />
      ) : (
        <g {...mask} opacity={row.isDropped ? 0.4 : 1}>
          <rect className={classes["ground"]} x={x} y={y} width={width} height={height} rx={4} />
          <rect x={x} y={y} width={width} height={height} rx={4} style={{ fill }} opacity={0.42} />
          <rect
            x={x}
            y={y}
            width={progressWidth}
            height={height}
            rx={Math.min(4, progressWidth / 2)}
            style={{ fill }}
          />
          <rect
            className={classes["edge"]}
            x={x}
            y={y}
            width={width}
            height={height}
            rx={4}
            data-late={row.isOverdue || undefined}
          />
        </g>
      )}
    </>
  );
}
