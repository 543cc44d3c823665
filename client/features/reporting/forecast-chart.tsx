import { useId } from "react";
import { useTranslation } from "react-i18next";
import { ForecastChartTable } from "#client/features/reporting/forecast-chart-table.tsx";
import { placeLabels, risingSums } from "#client/features/reporting/forecast-curve.ts";
import type { AmountText } from "#client/features/reporting/forecast-text.ts";
import classes from "#client/features/reporting/forecast-chart.module.css";
import type { Forecast, ForecastCells } from "#shared/features/reporting/forecast.ts";

const measures = ["agreed", "delivered", "forecast"] as const;

type Props = { forecast: Forecast; row: ForecastCells; amounts: AmountText; note: string | null };

/** Agreed, delivered and forecast added up from period to period, each line named at its end; the figures as a table below. */
export function ForecastChart({ forecast, row, amounts, note }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { periods } = forecast;
  const curves = risingSums(row.cells);
  const highest = Math.max(1, ...curves.agreed, ...curves.forecast);
  // Delivered ends where nothing more was accepted: a flat line would look like a forecast.
  const reported = row.cells.findLastIndex((cell) => (cell.delivered ?? 0) > 0);
  const lines = measures
    .map((measure) => ({
      measure,
      sums: measure === "delivered" ? curves[measure].slice(0, reported + 1) : curves[measure],
    }))
    .filter(({ sums }) => sums.length > 0);
  const x = (at: number) => ((at + 1) / periods.length) * 100;
  const y = (sum: number) => 100 - (sum / highest) * 96;
  const labels = placeLabels(lines.map(({ sums }) => y(sums.at(-1) ?? 0)));
  return (
    <figure className={classes["chart"]} aria-labelledby={id}>
      <figcaption id={id}>{t("forecast:chart")}</figcaption>
      {note === null ? null : <p className={classes["note"]}>{note}</p>}
      <div className={classes["field"]} aria-hidden="true">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" className={classes["curves"]}>
          {periods.map((period, at) => (
            <line key={period.id} x1={x(at)} x2={x(at)} y1="0" y2="100" className={classes["grid"]} />
          ))}
          {lines.map(({ measure, sums }) => (
            <polyline
              key={measure}
              className={classes["curve"]}
              data-measure={measure}
              points={["0,100", ...sums.map((sum, at) => `${x(at)},${y(sum)}`)].join(" ")}
            />
          ))}
        </svg>
        <div className={classes["labels"]}>
          {lines.map(({ measure, sums }, index) => (
            <span key={measure} data-measure={measure} style={{ top: `${labels[index] ?? 0}%` }}>
              {t(`forecast:${measure}`)} <strong>{amounts.short(sums.at(-1) ?? 0)}</strong>
            </span>
          ))}
        </div>
        <div className={classes["axis"]}>
          {periods.map((period) => (
            <span key={period.id}>{period.number}</span>
          ))}
        </div>
      </div>
      <ForecastChartTable periods={periods} curves={curves} amounts={amounts} />
    </figure>
  );
}
