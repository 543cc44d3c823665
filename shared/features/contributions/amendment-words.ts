/** Life of a proposed change of an agreed line; `countered` means that a further amendment of the other side took its place. */
export const amendmentStates = ["open", "agreed", "countered", "declined", "withdrawn"] as const;
export type AmendmentState = (typeof amendmentStates)[number];
