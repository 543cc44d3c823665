import type { FaultField } from "#shared/fault.ts";
import { portionHalfUp } from "#shared/money.ts";

import type { Terms } from "./contribution.ts";
import type { ContributionKind } from "./contribution-words.ts";

/** Figures that say nothing yet. */
export const noTerms: Terms = {
  effortPmHundredths: null,
  quantity: null,
  unit: null,
  valueCents: null,
  basis: null,
  basisNote: "",
  fromMonth: null,
  toMonth: null,
};

/** Decimal places a quantity may have. */
export const QUANTITY_PLACES = 6;

/**
 * What is wrong with the terms of a line of this kind, as refused fields (`terms.<field>`); empty when nothing is.
 * Effort is stated in person-months and nothing else, cash needs a value, all but effort may have a quantity with
 * its unit. A value of anything but cash says what it is based on. Months lie within the project.
 */
export function termsFaults(kind: ContributionKind, terms: Terms, durationMonths: number | null): FaultField[] {
  const faults: FaultField[] = [];
  const refuse = (field: keyof Terms, appCode: string) => faults.push({ path: `terms.${field}`, appCode });
  if (kind === "effort" && !terms.effortPmHundredths) refuse("effortPmHundredths", "REQUIRED");
  if (kind !== "effort" && terms.effortPmHundredths !== null) refuse("effortPmHundredths", "NOT_USED");
  if (kind === "effort" && terms.quantity !== null) refuse("quantity", "NOT_USED");
  if (kind === "effort" && terms.unit !== null) refuse("unit", "NOT_USED");
  if (kind === "cash" && terms.valueCents === null) refuse("valueCents", "REQUIRED");
  if (terms.quantity !== null && terms.unit === null) refuse("unit", "REQUIRED");
  if (terms.quantity === null && terms.unit !== null) refuse("quantity", "REQUIRED");
  if (kind !== "cash" && terms.valueCents !== null && terms.basis === null) refuse("basis", "REQUIRED");
  if (terms.fromMonth !== null && terms.toMonth !== null && terms.fromMonth > terms.toMonth)
    refuse("toMonth", "BEFORE_START");
  for (const field of ["fromMonth", "toMonth"] as const) {
    if (durationMonths !== null && (terms[field] ?? 0) > durationMonths) refuse(field, "OUTSIDE_PROJECT");
  }
  return faults;
}

/**
 * Value in cents of an amount at a rate: `scaled` counts 10^-places of a unit, `rateCents` is for one unit.
 * Half-up to the cent.
 */
export function valueAtRate(scaled: number, places: number, rateCents: number): number {
  return portionHalfUp(rateCents, scaled, 10 ** places);
}
