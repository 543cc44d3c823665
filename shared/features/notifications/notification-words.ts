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
  "invitation-declined",
  "emergency-access",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** How much of a project somebody wants to be told: what concerns the person, everything, or nothing. */
export const notificationLevels = ["participating", "all", "none"] as const;
export type NotificationLevel = (typeof notificationLevels)[number];

/** Why somebody is told of a comment: the record is the person's, the person said something there, or asked for everything. */
export const commentReasons = ["owner", "thread", "all"] as const;
export type CommentReason = (typeof commentReasons)[number];

/** What the notification centre shows. */
export const notificationViews = ["inbox", "mentions", "snoozed"] as const;
export type NotificationView = (typeof notificationViews)[number];

/** For how many days a notification can be put away. */
export const snoozeDays = [1, 3, 7] as const;
