import { type ReactNode, useId } from "react";
import { ChartTable } from "#client/ui/chart-table.tsx";
import classes from "#client/ui/stacked-bar-chart.module.css";

/** A part of every bar; colour and pattern come from its place in the list (at most six are told apart). */
export type Series = { id: string; label: string };
/** A bar: its values by series id, integers of one unit (cents, hundredths), never negative. */
export type Bar = { id: string; label: string; values: Readonly<Record<string, number>> };

type Props = {
  /** The finding as a sentence, not the name of the axes. */
  title: string;
  series: readonly Series[];
  bars: readonly Bar[];
  format: (value: number) => string;
  /** Head of the first column of the table. */
  barHeader: string;
  totalHeader: string;
  note?: ReactNode;
};

/** Horizontal stacked bars with labels, patterns beside colours, and the same figures as a table under a disclosure. */
export function StackedBarChart({ title, series, bars, format, barHeader, totalHeader, note }: Props) {
  const id = useId();
  const totalOf = (bar: Bar) => series.reduce((sum, part) => sum + (bar.values[part.id] ?? 0), 0);
  const largest = Math.max(1, ...bars.map(totalOf));
  return (
    <figure className={classes["chart"]} aria-labelledby={id}>
      <figcaption id={id} className={classes["title"]}>
        {title}
      </figcaption>
      <ul className={classes["legend"]} aria-hidden="true">
        {series.map((part, index) => (
          <li key={part.id}>
            <span className={classes["swatch"]} data-part={index % 6} />
            {part.label}
          </li>
        ))}
      </ul>
      <div className={classes["bars"]} aria-hidden="true">
        {bars.map((bar) => (
          <div key={bar.id} className={classes["row"]}>
            <span className={classes["label"]}>{bar.label}</span>
            <span className={classes["track"]}>
              {series.map((part, index) => {
                const value = bar.values[part.id] ?? 0;
                if (value === 0) return null;
                return (
                  <span
                    key={part.id}
                    className={classes["part"]}
                    data-part={index % 6}
                    style={{ width: `${(value / largest) * 100}%` }}
                    title={`${part.label}: ${format(value)}`}
                  />
                );
              })}
            </span>
            <span className={classes["total"]}>{format(totalOf(bar))}</span>
          </div>
        ))}
      </div>
      {note}
      <ChartTable
        caption={title}
        barHeader={barHeader}
        totalHeader={totalHeader}
        series={series}
        bars={bars}
        totalOf={totalOf}
        format={format}
      />
    </figure>
  );
}
