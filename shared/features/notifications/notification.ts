import { z } from "zod";

import { idSchema } from "#shared/ids.ts";

import {
  commentReasons,
  notificationKinds,
  notificationLevels,
  notificationViews,
  snoozeDays,
} from "./notification-words.ts";

export const listNotificationsSchema = z.strictObject({
  show: z.enum(notificationViews).default("inbox"),
  /** How many of the newest notifications, before they are grouped. */
  limit: z.int().min(1).max(500).default(100),
});
export type ListNotificationsInput = z.infer<typeof listNotificationsSchema>;

export const notificationSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(notificationKinds),
  /** Why this person is told of a comment; null for every other kind, which says it by itself. */
  reason: z.enum(commentReasons).nullable(),
  /** How many records it is about, when one is told for several. */
  count: z.int().nullable(),
  /** Null when the account is gone or the program itself tells. */
  actorName: z.string().nullable(),
  at: z.int(),
  isRead: z.boolean(),
  snoozedUntil: z.int().nullable(),
});
export type NotificationItem = z.infer<typeof notificationSchema>;

/** What is told of one record, newest first. */
export const notificationGroupSchema = z.strictObject({
  projectId: z.string().nullable(),
  acronym: z.string().nullable(),
  /** The record to open and how it is called now. */
  entity: z.string(),
  entityId: z.string(),
  title: z.string().nullable(),
  /** Of periods and decisions, which are called by their number. */
  number: z.string().nullable(),
  /** The page that shows it. */
  path: z.string(),
  /** The seat from which the person may see it. */
  organisationId: z.string().nullable(),
  organisation: z.string().nullable(),
  items: z.array(notificationSchema),
});
export type NotificationGroup = z.infer<typeof notificationGroupSchema>;

export const notificationListSchema = z.strictObject({
  groups: z.array(notificationGroupSchema),
  /** Whether there may be older ones. */
  hasMore: z.boolean(),
});
export type NotificationList = z.infer<typeof notificationListSchema>;

/** Unread ones the person may still see, at most `mostCounted`. */
export const notificationCountSchema = z.strictObject({ unread: z.int() });
export const mostCounted = 100;

const idsSchema = z.array(idSchema).min(1).max(500);

export const markNotificationsSchema = z.strictObject({ ids: idsSchema, isRead: z.boolean() });
export type MarkNotificationsInput = z.infer<typeof markNotificationsSchema>;

/** `days` null brings them back at once. */
export const snoozeNotificationsSchema = z.strictObject({ ids: idsSchema, days: z.literal(snoozeDays).nullable() });
export type SnoozeNotificationsInput = z.infer<typeof snoozeNotificationsSchema>;

export const notificationLevelOfSchema = z.strictObject({ projectId: idSchema });
export const notificationLevelSchema = z.strictObject({ level: z.enum(notificationLevels) });
export const chooseNotificationLevelSchema = z.strictObject({ projectId: idSchema, level: z.enum(notificationLevels) });
export type ChooseNotificationLevelInput = z.infer<typeof chooseNotificationLevelSchema>;
