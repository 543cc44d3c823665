/** What a participant puts in; technology means licence, know-how, data or other intellectual property. */
export const contributionKinds = ["effort", "cash", "in-kind", "equipment", "technology"] as const;
export type ContributionKind = (typeof contributionKinds)[number];

/** Where the value comes from. */
export const valueBases = ["own-cost", "market-price", "agreed-rate", "estimate"] as const;
export type ValueBasis = (typeof valueBases)[number];

/** `coordinator`: text and amount are seen by the own organisation and the coordinator only. */
export const confidentialities = ["consortium", "coordinator"] as const;
export type Confidentiality = (typeof confidentialities)[number];

export const contributionStates = ["proposed", "countered", "agreed", "withdrawn"] as const;
export type ContributionState = (typeof contributionStates)[number];

/** Which side made an offer in the talk about a line. */
export const offerSides = ["member", "coordinator"] as const;
export type OfferSide = (typeof offerSides)[number];
