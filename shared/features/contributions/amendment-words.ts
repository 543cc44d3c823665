/** Life of a proposed change of an agreed line; `countered` means that a further amendment of the other side took its place. */
export const amendmentStates = ["open", "agreed", "countered", "declined", "withdrawn"] as const;
export type AmendmentState = (typeof amendmentStates)[number];

/** What is proposed about an agreed line: other figures, or to take it back. */
export const amendmentKinds = ["change", "withdrawal"] as const;
export type AmendmentKind = (typeof amendmentKinds)[number];
