import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import * as format from "#client/lib/format.ts";

/** The formats of `client/lib/format.ts` in the present language; `effort` carries its unit. */
export function useFormat() {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(
    () => ({
      money: (cents: number, currency: string) => format.formatMoney(cents, currency, language),
      moneyShort: (cents: number, currency: string) => format.formatMoneyShort(cents, currency, language),
      effort: (pmHundredths: number) => t("ui:personMonths", { amount: format.formatEffort(pmHundredths, language) }),
      share: (basisPoints: number) => format.formatShare(basisPoints, language),
      shareShort: (basisPoints: number) => format.formatShareShort(basisPoints, language),
      shareEven: (basisPoints: number) => format.formatShareEven(basisPoints, language),
      bytes: (bytes: number) => format.formatBytes(bytes, language),
      count: (count: number) => format.formatCount(count, language),
      decimal: (decimal: string) => format.formatDecimal(decimal, language),
      day: (day: string) => format.formatDay(day, language),
      month: (day: string) => format.formatMonth(day, language),
      instant: (at: number) => format.formatInstant(at, language),
      relative: (at: number, now: number) => format.formatRelative(at, now, language),
      list: (names: readonly string[]) => format.formatList(names, language),
      country: (code: string) => format.formatCountry(code, language),
    }),
    [t, language],
  );
}
