import type { TFunction } from "i18next";
import type { useFormat } from "#client/lib/use-format.ts";
import type { Forecast, ForecastCell } from "#shared/features/reporting/forecast.ts";

type Format = ReturnType<typeof useFormat>;

/** Writes amounts of the unit a forecast counts, plain, short or with their sign. */
export type AmountText = {
  plain: (amount: number) => string;
  short: (amount: number) => string;
  signed: (amount: number) => string;
};

/** How the amounts of this forecast are written in the reader's language. */
export function amountText({ unit, currency }: Pick<Forecast, "unit" | "currency">, format: Format): AmountText {
  const plain = (amount: number) => (unit === "value" ? format.money(amount, currency) : format.effort(amount));
  const short = (amount: number) => (unit === "value" ? format.moneyShort(amount, currency) : format.effort(amount));
  const signed = (amount: number) => (amount === 0 ? plain(0) : `${amount > 0 ? "+" : "−"}${plain(Math.abs(amount))}`);
  return { plain, short, signed };
}

/** Forecast minus agreed; null when either is confidential. */
export function differenceOf({ agreed, forecast }: ForecastCell): number | null {
  return agreed === null || forecast === null ? null : forecast - agreed;
}

/** Forecast minus the forecast of one period earlier; null when confidential. */
export function changeOf({ forecast, before }: ForecastCell): number | null {
  return forecast === null || before === null ? null : forecast - before;
}

/** A difference to what was agreed, with sign and words. */
export function differenceText(cell: ForecastCell, amounts: AmountText, t: TFunction): string {
  const difference = differenceOf(cell);
  if (difference === null) return t("common:confidential");
  if (difference === 0) return t("forecast:asAgreed");
  return t(difference > 0 ? "forecast:overAgreed" : "forecast:underAgreed", { amount: amounts.signed(difference) });
}

/** A change since the last period, with sign and words; empty where nothing moved. */
export function changeText(cell: ForecastCell, amounts: AmountText, t: TFunction): string {
  const change = changeOf(cell);
  if (change === null || change === 0) return "";
  return t(change > 0 ? "forecast:grew" : "forecast:shrank", { amount: amounts.signed(change) });
}
