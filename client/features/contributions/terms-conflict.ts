import type { TFunction } from "i18next";
import { type TermsText, textOfTerms } from "#client/features/contributions/terms-text.ts";
import { minorPlaces } from "#client/lib/format.ts";
import type { FieldConflict } from "#client/ui/form-conflict.tsx";
import type { Terms } from "#shared/features/contributions/contribution.ts";

/** The figures in which a form differs from the row as somebody else has saved it. */
export function termsConflict(
  t: TFunction,
  text: TermsText,
  present: Readonly<Record<string, unknown>>,
  currency: string,
): FieldConflict[] {
  const theirs = textOfTerms(present as Terms, minorPlaces(currency));
  const labels: Record<Exclude<keyof TermsText, "rate">, string> = {
    effort: t("contributions:form.effort"),
    quantity: t("contributions:form.quantity"),
    unit: t("contributions:form.unit"),
    value: t("contributions:form.value", { currency }),
    basis: t("contributions:basis.title"),
    basisNote: t("contributions:form.basisNote"),
    fromMonth: t("contributions:form.fromMonth"),
    toMonth: t("contributions:form.toMonth"),
  };
  const shown = (name: string, value: string) => (name === "basis" ? t(`contributions:basis.${value}`) : value);
  return (Object.keys(labels) as (keyof typeof labels)[])
    .filter((name) => text[name] !== theirs[name])
    .map((name) => ({ label: labels[name], yours: shown(name, text[name]), theirs: shown(name, theirs[name]) }));
}
