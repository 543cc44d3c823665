import { memo } from "react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/plan/gantt.module.css";
import { headerText } from "#shared/features/plan/gantt-texts.ts";
import type { GanttScale, HeaderCell } from "#shared/features/plan/gantt-scale.ts";

export const HEAD_HEIGHT = 48;

/** The two header lines over the part that is seen, and the name of today. */
export const GanttHead = memo(function GanttHead({
  scale,
  left,
  right,
}: {
  scale: GanttScale;
  left: number;
  right: number;
}) {
  const { t, i18n } = useTranslation();
  const seen = (cells: HeaderCell[]) => cells.filter((cell) => cell.x + cell.width >= left && cell.x <= right);
  const line = (cells: HeaderCell[], y: number, isUpper: boolean) =>
    seen(cells).map((cell) => (
      <g key={`${y} ${cell.x}`}>
        <line className={classes["tick"]} x1={cell.x + cell.width} x2={cell.x + cell.width} y1={y} y2={y + 24} />
        <text
          className={classes[isUpper ? "upper" : "lower"]}
          x={isUpper ? cell.x + 6 : cell.x + cell.width / 2}
          y={y + 16}
          textAnchor={isUpper ? "start" : "middle"}
        >
          {headerText(cell, i18n.language)}
        </text>
      </g>
    ));
  return (
    <svg width={scale.width} height={HEAD_HEIGHT} aria-hidden="true" className={classes["headLines"]}>
      {line(scale.upper, 0, true)}
      {line(scale.lower, 24, false)}
      {scale.todayX === null ? null : (
        <g className={classes["todayName"]}>
          <rect x={scale.todayX - 30} y={2} width={60} height={18} rx={9} />
          <text x={scale.todayX} y={15} textAnchor="middle">
            {t("gantt:today")}
          </text>
        </g>
      )}
    </svg>
  );
});
