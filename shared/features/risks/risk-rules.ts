import type { RiskLevel, RiskState } from "./risk-words.ts";

type Rated = { likelihood: RiskLevel; severity: RiskLevel };
type Reported = Rated & { state: RiskState; periodNumber: number };

const weight: Record<RiskLevel, number> = { L: 1, M: 2, H: 3 };

/** How a risk stands: as last reported, else as it was rated at first; null state: never reported. */
export function presentRisk(risk: Rated, reports: readonly Reported[]): Rated & { state: RiskState | null } {
  const last = reports.toSorted((left, right) => right.periodNumber - left.periodNumber)[0];
  const { likelihood, severity } = last ?? risk;
  return { likelihood, severity, state: last?.state ?? null };
}

/** Whether it needs somebody now: likely and severe together reach high times middle, and it is not closed. */
export function isHighRisk(risk: Rated & { state: RiskState | null }): boolean {
  return risk.state !== "closed" && weight[risk.likelihood] * weight[risk.severity] >= 6;
}
