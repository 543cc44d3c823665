/** Something the plan or its reports lack, say twice, or owe. */
export const gapSeverities = ["missing", "contradictory", "late"] as const;
export type GapSeverity = (typeof gapSeverities)[number];

const missing = [
  "project-no-coordinator",
  "project-no-start",
  "project-no-duration",
  "project-no-cluster",
  "project-no-summary",
  "project-no-periods",
  "stream-no-lead",
  "stream-no-months",
  "stream-no-contribution",
  "contribution-no-value",
  "contribution-no-basis",
  "contribution-no-months",
  "member-no-contribution",
  "member-no-person",
  "member-no-country",
  "member-no-size",
  "member-no-contact",
  "milestone-no-verification",
  "task-no-lead",
  "task-no-months",
  "deliverable-no-lead",
  "risk-no-owner",
  "risk-no-mitigation",
] as const;

const contradictory = [
  "stream-lead-not-accepted",
  "stream-trl-target-below-start",
  "stream-trl-above-target",
  "stream-outside-project",
  "contribution-outside-stream",
  "contribution-outside-project",
  "contribution-dropped-stream",
  "contribution-delivered-over",
  "contribution-forecast-over",
  "contribution-done-but-remaining",
  "member-share",
  "member-duplicate",
  "task-outside-stream",
  "task-before-predecessor",
] as const;

const late = [
  "contribution-open",
  "contribution-lands-last",
  "member-silent",
  "report-overdue",
  "report-returned",
  "report-waiting",
  "period-not-locked",
  "milestone-late",
  "deliverable-overdue",
] as const;

/** Every kind of gap the finder knows. */
export const gapKinds = [...missing, ...contradictory, ...late] as const;
export type GapKind = (typeof gapKinds)[number];

/** What a gap of this kind is: something missing, a contradiction, or something late. */
export function severityOf(kind: GapKind): GapSeverity {
  if (missing.some((each) => each === kind)) return "missing";
  return late.some((each) => each === kind) ? "late" : "contradictory";
}

/** Whose turn it is: a member, the coordinator, or the cluster while nobody coordinates. */
export const gapSides = ["member", "coordinator", "cluster"] as const;
export type GapSide = (typeof gapSides)[number];

/** Records a gap leads to. */
export const gapEntities = [
  "project",
  "stream",
  "contribution",
  "participant",
  "organisation",
  "period",
  "update",
  "milestone",
  "task",
  "deliverable",
  "risk",
] as const;
export type GapEntity = (typeof gapEntities)[number];

export const gapGroupings = ["owner", "kind"] as const;
