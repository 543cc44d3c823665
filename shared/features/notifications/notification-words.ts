/** Why somebody is told: the reason is shown with each notification. */
export const notificationKinds = [
  "mention",
  "comment",
  "offer",
  "amendment",
  "agreed",
  "returned",
  "submitted",
  "accepted",
  "period-opened",
  "report-due",
  "reminder",
  "decision-opened",
  "decision-closed",
  "invitation-accepted",
  "emergency-access",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** How much of a project somebody wants to be told: what concerns the person, everything, or nothing. */
export const notificationLevels = ["participating", "all", "none"] as const;
export type NotificationLevel = (typeof notificationLevels)[number];
