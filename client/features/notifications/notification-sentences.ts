import type { TFunction } from "i18next";
import type { NotificationGroup, NotificationItem } from "#shared/features/notifications/notification.ts";

const usualReasons: Record<NotificationItem["kind"], string> = {
  mention: "mentioned",
  comment: "owner",
  offer: "turn",
  amendment: "turn",
  agreed: "owner",
  returned: "turn",
  submitted: "review",
  accepted: "owner",
  "period-opened": "report",
  "report-due": "report",
  reminder: "turn",
  "decision-opened": "vote",
  "decision-closed": "vote",
  "invitation-accepted": "coordinator",
  "invitation-declined": "coordinator",
  "emergency-access": "owner",
};

/** What happened, as one sentence. */
export function sentenceOf(t: TFunction, { kind, actorName, count }: NotificationItem): string {
  const actor = actorName ?? t("notifications:somebody");
  return count === null || count < 2
    ? t(`notifications:kind.${kind}`, { actor })
    : t("notifications:several", { what: t(`notifications:kind.${kind}`, { actor }), amount: count });
}

/** Why this person is told. */
export function reasonOf(t: TFunction, { kind, reason }: NotificationItem): string {
  return t(`notifications:reason.${reason ?? usualReasons[kind]}`);
}

/** What the record is called. */
export function subjectOf(t: TFunction, { entity, title, number, acronym }: NotificationGroup): string {
  if (entity === "period" && number !== null) return t("reporting:periodNumber", { number });
  if (entity === "decision" && number !== null) return t("notifications:decision", { number });
  return title ?? acronym ?? t("notifications:account");
}
