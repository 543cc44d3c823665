/** What a one-time link is for: first start, a forgotten password, the first password of a new account. */
export const accountLinkKinds = ["setup", "reset", "welcome"] as const;
export type AccountLinkKind = (typeof accountLinkKinds)[number];

/** Every mail the product sends. */
export const mailKinds = [
  "reset",
  "welcome",
  "seat-given",
  "password-changed",
  "invitation",
  "part-link",
  "mention",
  "notification-digest",
  "report-digest",
  "gap-reminder",
  "emergency-access",
] as const;
export type MailKind = (typeof mailKinds)[number];

/** Mails a person can end by one click, each on its own. */
export const mailTopics = ["requests", "mentions", "digest"] as const;
export type MailTopic = (typeof mailTopics)[number];
