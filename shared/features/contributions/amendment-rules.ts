import { portionHalfUp } from "../../money.ts";
import type { TermChange } from "./amendment.ts";
import type { Terms } from "./contribution.ts";

/** Figures of an agreed line in the order they are compared in. */
const fields = [
  "valueCents",
  "effortPmHundredths",
  "quantity",
  "unit",
  "basis",
  "basisNote",
  "fromMonth",
  "toMonth",
] as const satisfies readonly (keyof Terms)[];

/** What would change of the agreed figures, field by field; `after` null takes the line back, so that every figure goes. */
export function compareTerms(before: Terms, after: Terms | null): TermChange[] {
  return fields
    .map((field) => ({ field, before: blankAsNull(before[field]), after: blankAsNull(after?.[field] ?? null) }))
    .filter((change) => change.before !== change.after);
}

function blankAsNull(value: string | number | null): string | number | null {
  return value === "" ? null : value;
}

/** Sums of the accepted reports of a line: cents and hundredths of person-months. */
export type Delivered = { deliveredCents: number; deliveredPmHundredths: number };

/** Which figures would be less than what was accepted as delivered already; a warning, no refusal. */
export function shortOfDelivered(after: Terms | null, delivered: Delivered): ("value" | "effort")[] {
  const short: ("value" | "effort")[] = [];
  if (delivered.deliveredCents > (after?.valueCents ?? 0)) short.push("value");
  if (delivered.deliveredPmHundredths > (after?.effortPmHundredths ?? 0)) short.push("effort");
  return short;
}

/**
 * Value and effort changed by the same share (`changeBp` in basis points, -500 takes 5 % off), each half-up to the cent
 * and to the hundredth of a person-month; quantities, months and basis stay.
 */
export function scaleTerms(terms: Terms, changeBp: number): Terms {
  const scaled = (amount: number | null) => (amount === null ? null : portionHalfUp(amount, 10_000 + changeBp, 10_000));
  return {
    ...terms,
    valueCents: scaled(terms.valueCents),
    effortPmHundredths: scaled(terms.effortPmHundredths),
  };
}
