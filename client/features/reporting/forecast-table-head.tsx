import { useTranslation } from "react-i18next";
import type { ForecastView } from "#client/features/reporting/forecast-view.ts";
import classes from "#client/features/reporting/forecast.module.css";
import type { ForecastPeriod } from "#shared/features/reporting/forecast.ts";

type Props = { periods: readonly ForecastPeriod[]; by: ForecastView["by"]; shown: readonly number[] };

/** The periods with their months, after the sum over all of them. */
export function ForecastTableHead({ periods, by, shown }: Props) {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t(`forecast:by.${by}`)}</th>
        <th scope="col">{t("forecast:measure")}</th>
        <th scope="col" className={classes["sum"]}>
          {t("forecast:allPeriods")}
        </th>
        {shown.map((at) => {
          const period = periods[at];
          if (!period) return null;
          return (
            <th key={period.id} scope="col">
              {t("forecast:period", { number: period.number })}
              <small>
                {t("forecast:months", { from: period.startMonth, to: period.endMonth })}
                {period.locked ? `, ${t("forecast:locked")}` : ""}
              </small>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
