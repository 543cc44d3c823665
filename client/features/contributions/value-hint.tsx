import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TermsText } from "#client/features/contributions/terms-text.ts";
import { minorPlaces } from "#client/lib/format.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { formatScaled, parseScaled } from "#shared/scaled.ts";
import { QUANTITY_PLACES, valueAtRate } from "#shared/features/contributions/contribution-rules.ts";
import type { ContributionKind } from "#shared/features/contributions/contribution-words.ts";

type Props = { kind: ContributionKind; text: TermsText; currency: string; onTake: (value: string) => void };

/** Amount × rate as a value to take over with one press; nothing while either is missing. */
export function ValueHint({ kind, text, currency, onTake }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const places = minorPlaces(currency);
  const amountPlaces = kind === "effort" ? 2 : QUANTITY_PLACES;
  const amount = parseScaled(kind === "effort" ? text.effort : text.quantity, amountPlaces);
  const rate = parseScaled(text.rate, places);
  if (amount === null || rate === null || amount <= 0 || rate <= 0) return null;
  const cents = valueAtRate(amount, amountPlaces, rate);
  if (!Number.isSafeInteger(cents) || text.value === formatScaled(cents, places)) return null;
  return (
    <Anchor component="button" type="button" size="sm" onClick={() => onTake(formatScaled(cents, places))}>
      {t("contributions:form.takeValue", { value: format.money(cents, currency) })}
    </Anchor>
  );
}
