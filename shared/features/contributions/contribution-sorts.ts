/** Columns the ledger can be sorted by; apart from the schemas, so that the page needs no zod for it. */
export const contributionSorts = ["member", "stream", "kind", "state", "value", "effort", "months", "updated"] as const;
export type ContributionSort = (typeof contributionSorts)[number];
