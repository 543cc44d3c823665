import { useTranslation } from "react-i18next";
import type { AmountText } from "#client/features/reporting/forecast-text.ts";
import classes from "#client/features/reporting/forecast-chart.module.css";
import { ScrollBox } from "#client/ui/scroll-box.tsx";
import type { ForecastPeriod } from "#shared/features/reporting/forecast.ts";

const measures = ["agreed", "delivered", "forecast"] as const;

type Props = {
  periods: readonly ForecastPeriod[];
  curves: Record<(typeof measures)[number], readonly number[]>;
  amounts: AmountText;
};

/** The figures of the chart as a table. */
export function ForecastChartTable({ periods, curves, amounts }: Props) {
  const { t } = useTranslation();
  return (
    <details className={classes["details"]}>
      <summary>{t("ui:showAsTable")}</summary>
      <ScrollBox label={t("forecast:chart")}>
        <table aria-label={t("forecast:chart")}>
          <thead>
            <tr>
              <th scope="col">{t("forecast:upTo")}</th>
              {measures.map((measure) => (
                <th key={measure} scope="col">
                  {t(`forecast:${measure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.map((period, at) => (
              <tr key={period.id}>
                <th scope="row">{t("forecast:period", { number: period.number })}</th>
                {measures.map((measure) => (
                  <td key={measure}>{amounts.plain(curves[measure][at] ?? 0)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}
