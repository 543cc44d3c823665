/** Figures of a line or an offer of cash, own cost, over the first year. */
export function cashTerms(valueCents: number, basisNote = "") {
  return {
    effortPmHundredths: null,
    quantity: null,
    unit: null,
    valueCents,
    basis: "own-cost" as const,
    basisNote,
    fromMonth: 1,
    toMonth: 12,
  };
}
