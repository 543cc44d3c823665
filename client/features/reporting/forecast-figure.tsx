import { useTranslation } from "react-i18next";
import classes from "#client/features/reporting/forecast.module.css";

/** One amount of the table; what is withheld is called so, never 0. */
export function ForecastFigure({ amount, write }: { amount: number | null; write: (amount: number) => string }) {
  const { t } = useTranslation();
  if (amount === null) return <em>{t("common:confidential")}</em>;
  return <span className={amount === 0 ? classes["zero"] : classes["amount"]}>{write(amount)}</span>;
}
