import { useTranslation } from "react-i18next";
import type { Bar, Series } from "#client/ui/stacked-bar-chart.tsx";
import { ScrollBox } from "#client/ui/scroll-box.tsx";
import classes from "#client/ui/chart-table.module.css";

type Props = {
  caption: string;
  barHeader: string;
  totalHeader: string;
  series: readonly Series[];
  bars: readonly Bar[];
  totalOf: (bar: Bar) => number;
  format: (value: number) => string;
};

/** The figures of a chart as a table under a disclosure: its accessible form, and good for copying. */
export function ChartTable({ caption, barHeader, totalHeader, series, bars, totalOf, format }: Props) {
  const { t } = useTranslation();
  return (
    <details className={classes["details"]}>
      <summary className={classes["summary"]}>{t("ui:showAsTable")}</summary>
      <ScrollBox label={caption}>
        <table className={classes["table"]}>
          <thead>
            <tr>
              <th scope="col">{barHeader}</th>
              {series.map((part) => (
                <th key={part.id} scope="col">
                  {part.label}
                </th>
              ))}
              <th scope="col">{totalHeader}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => (
              <tr key={bar.id}>
                <th scope="row">{bar.label}</th>
                {series.map((part) => (
                  <td key={part.id}>{format(bar.values[part.id] ?? 0)}</td>
                ))}
                <td>{format(totalOf(bar))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}
