export const riskLevels = ["L", "M", "H"] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** State of a risk in a period. */
export const riskStates = ["open", "growing", "shrinking", "occurred", "closed"] as const;
export type RiskState = (typeof riskStates)[number];
