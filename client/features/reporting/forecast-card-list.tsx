import { useTranslation } from "react-i18next";
import { ForecastBar } from "#client/features/reporting/forecast-bar.tsx";
import { ForecastFigure } from "#client/features/reporting/forecast-figure.tsx";
import { type AmountText, changeText, differenceText } from "#client/features/reporting/forecast-text.ts";
import type { ForecastRow } from "#client/features/reporting/forecast-view.ts";
import classes from "#client/features/reporting/forecast.module.css";
import type { Forecast, ForecastCells } from "#shared/features/reporting/forecast.ts";

type Props = {
  forecast: Forecast;
  rows: readonly ForecastRow[];
  total: ForecastCells | null;
  shown: readonly number[];
  amounts: AmountText;
  largest: number;
};

const measures = ["agreed", "delivered", "forecast"] as const;

/** The table on a phone: one card for each row, its periods under a disclosure. */
export function ForecastCardList({ forecast, rows, total, shown, amounts, largest }: Props) {
  const { t } = useTranslation();
  const cards: (ForecastCells & { id: string; name: string })[] = [
    ...rows,
    ...(total === null ? [] : [{ ...total, id: "total", name: t("forecast:total") }]),
  ];
  return (
    <ul className={classes["cards"]}>
      {cards.map((row) => (
        <li key={row.id} className={classes["card"]}>
          <strong>{row.name}</strong>
          <ForecastBar
            cell={row.all}
            largest={row.id === "total" ? Math.max(row.all.agreed ?? 0, row.all.forecast ?? 0) : largest}
          />
          <dl>
            {measures.map((measure) => (
              <div key={measure}>
                <dt data-measure={measure}>{t(`forecast:${measure}`)}</dt>
                <dd>
                  <ForecastFigure amount={row.all[measure]} write={amounts.plain} />
                </dd>
              </div>
            ))}
          </dl>
          {row.all.agreed === null ? null : (
            <p className={classes["difference"]}>
              {[differenceText(row.all, amounts, t), changeText(row.all, amounts, t)].filter(Boolean).join(" · ")}
            </p>
          )}
          <details>
            <summary>{t("forecast:byPeriod")}</summary>
            <dl className={classes["steps"]}>
              {shown.map((at) => {
                const [period, cell] = [forecast.periods[at], row.cells[at]];
                if (!period || !cell) return null;
                return (
                  <div key={period.id}>
                    <dt>{t("forecast:period", { number: period.number })}</dt>
                    {measures.map((measure) => (
                      <dd key={measure}>
                        <span>{t(`forecast:${measure}`)}</span>
                        <ForecastFigure amount={cell[measure]} write={amounts.plain} />
                      </dd>
                    ))}
                  </div>
                );
              })}
            </dl>
          </details>
        </li>
      ))}
    </ul>
  );
}
