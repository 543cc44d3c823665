import { decimalCodec, scaledCodec } from "#client/lib/field-codec.ts";
import type { FaultField } from "#shared/fault.ts";
import type { Terms } from "#shared/features/contributions/contribution.ts";
import type { ContributionKind, ValueBasis } from "#shared/features/contributions/contribution-words.ts";

/** Terms as a person types them. */
export type TermsText = {
  effort: string;
  quantity: string;
  unit: string;
  /** Money for one unit or person-month; only helps to work out the value and is not stored. */
  rate: string;
  value: string;
  basis: ValueBasis;
  basisNote: string;
  fromMonth: string;
  toMonth: string;
};

export const emptyTerms: TermsText = {
  effort: "",
  quantity: "",
  unit: "",
  rate: "",
  value: "",
  basis: "own-cost",
  basisNote: "",
  fromMonth: "",
  toMonth: "",
};

/** The text of terms that stand already; `places` are the decimals of the currency. */
export function textOfTerms(terms: Terms, places: number): TermsText {
  const whole = scaledCodec(0);
  return {
    effort: scaledCodec(2).write(terms.effortPmHundredths),
    quantity: terms.quantity ?? "",
    unit: terms.unit ?? "",
    rate: "",
    value: scaledCodec(places).write(terms.valueCents),
    basis: terms.basis ?? "own-cost",
    basisNote: terms.basisNote,
    fromMonth: whole.write(terms.fromMonth),
    toMonth: whole.write(terms.toMonth),
  };
}

/** Reads typed terms, with dot or comma; `faults` names the fields (as the server does) that are no number. */
export function readTerms(
  kind: ContributionKind,
  text: TermsText,
  places: number,
): { terms: Terms; faults: FaultField[] } {
  const faults: FaultField[] = [];
  const scaled = (typed: string, decimals: number, path: string): number | null => {
    const value = scaledCodec(decimals).read(typed);
    if (value === undefined || (value !== null && value < 0))
      faults.push({ path: `terms.${path}`, appCode: "NUMBER_FORM" });
    return value ?? null;
  };
  const quantity = kind === "effort" ? null : decimalCodec.read(text.quantity);
  if (quantity === undefined) faults.push({ path: "terms.quantity", appCode: "NUMBER_FORM" });
  const valueCents = scaled(text.value, places, "valueCents");
  return {
    faults,
    terms: {
      effortPmHundredths: kind === "effort" ? scaled(text.effort, 2, "effortPmHundredths") : null,
      quantity: quantity ?? null,
      unit: kind === "effort" || text.unit.trim() === "" ? null : text.unit.trim(),
      valueCents,
      basis: valueCents === null ? null : text.basis,
      basisNote: text.basisNote,
      fromMonth: scaled(text.fromMonth, 0, "fromMonth"),
      toMonth: scaled(text.toMonth, 0, "toMonth"),
    },
  };
}
