import classes from "#client/features/plan/gantt.module.css";
import type { GanttPicture } from "#shared/features/plan/gantt-geometry.ts";
import { type GanttRow, ROW_HEIGHT } from "#shared/features/plan/gantt-rows.ts";

type Props = { picture: GanttPicture; rows: readonly GanttRow[]; left: number; right: number };

/** What lies below the bars: rows, the lines of the header drawn down, and today. */
export function GanttGround({ picture, rows, left, right }: Props) {
  const { scale, width, height } = picture;
  const isWide = scale.lower.length > 0 && (scale.lower[0]?.width ?? 0) >= 18;
  const cells = (isWide ? scale.lower : scale.upper).filter((cell) => cell.x >= left && cell.x <= right);
  return (
    <g aria-hidden="true">
      {rows.map((row) => (
        <rect
          key={row.key}
          className={classes["rowGround"]}
          data-kind={row.kind}
          x={0}
          y={row.y}
          width={width}
          height={ROW_HEIGHT}
        />
      ))}
      {cells.map(({ x, width: across }) => (
        <line key={x} className={classes["tick"]} x1={x + across} x2={x + across} y1={0} y2={height} />
      ))}
      {scale.todayX === null ? null : (
        <line className={classes["today"]} x1={scale.todayX} x2={scale.todayX} y1={0} y2={height} />
      )}
    </g>
  );
}
