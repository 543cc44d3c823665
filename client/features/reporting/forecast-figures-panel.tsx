import { useTranslation } from "react-i18next";
import { type AmountText, changeOf, differenceText } from "#client/features/reporting/forecast-text.ts";
import { ForecastFigure } from "#client/features/reporting/forecast-figure.tsx";
import { StatRow } from "#client/ui/stat-row.tsx";
import { StatTile } from "#client/ui/stat-tile.tsx";
import type { Forecast } from "#shared/features/reporting/forecast.ts";

/** The whole project in three figures, and what moved since the last period. */
export function ForecastFiguresPanel({ forecast, amounts }: { forecast: Forecast; amounts: AmountText }) {
  const { t } = useTranslation();
  const { all } = forecast.total;
  const change = changeOf(all);
  const since = forecast.comparedWith === null ? null : t("forecast:since", { number: forecast.comparedWith });
  return (
    <StatRow label={t("forecast:total")}>
      <StatTile
        label={t("forecast:agreed")}
        value={<ForecastFigure amount={all.agreed} write={amounts.short} />}
        note={t("forecast:agreedNote")}
      />
      <StatTile
        label={t("forecast:delivered")}
        value={<ForecastFigure amount={all.delivered} write={amounts.short} />}
        note={t("forecast:deliveredNote")}
      />
      <StatTile
        label={t("forecast:forecast")}
        value={<ForecastFigure amount={all.forecast} write={amounts.short} />}
        note={all.forecast === null ? null : differenceText(all, amounts, t)}
      />
      {since === null || change === null ? null : (
        <StatTile
          label={t("forecast:change")}
          value={<span>{amounts.signed(change)}</span>}
          note={`${change === 0 ? t("forecast:unmoved") : t(change > 0 ? "forecast:more" : "forecast:less")}, ${since}`}
        />
      )}
    </StatRow>
  );
}
