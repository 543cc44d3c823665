import { z } from "zod";

import { personProcedure, router } from "#server/api/trpc.ts";
import { noInputSchema } from "#shared/features/accounts/account.ts";
import {
  chooseNotificationLevelSchema,
  listNotificationsSchema,
  markNotificationsSchema,
  notificationCountSchema,
  notificationLevelOfSchema,
  notificationLevelSchema,
  notificationListSchema,
  snoozeNotificationsSchema,
} from "#shared/features/notifications/notification.ts";

import { countNotifications, listNotifications, notificationLevelOf } from "./notification-queries.ts";
import {
  chooseNotificationLevel,
  markAllNotifications,
  markNotifications,
  snoozeNotifications,
} from "./notification-reader-service.ts";

export const notificationRouter = router({
  list: personProcedure
    .meta({ rule: "signed-in" })
    .input(listNotificationsSchema)
    .output(notificationListSchema)
    .query(({ ctx, input }) => listNotifications(ctx.read, ctx.person, input, ctx.parts.clock())),

  count: personProcedure
    .meta({ rule: "signed-in" })
    .input(noInputSchema)
    .output(notificationCountSchema)
    .query(({ ctx }) => countNotifications(ctx.read, ctx.person, ctx.parts.clock())),

  level: personProcedure
    .meta({ rule: "project-read" })
    .input(notificationLevelOfSchema)
    .output(notificationLevelSchema)
    .query(({ ctx, input }) => notificationLevelOf(ctx.read, ctx.person, input)),

  mark: personProcedure
    .meta({ rule: "signed-in" })
    .input(markNotificationsSchema)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await ctx.parts.db.housekeep((tx) => markNotifications(tx, ctx.person, input));
      return null;
    }),

  markAll: personProcedure
    .meta({ rule: "signed-in" })
    .input(noInputSchema)
    .output(z.null())
    .mutation(async ({ ctx }) => {
      await ctx.parts.db.housekeep((tx) => markAllNotifications(tx, ctx.person));
      return null;
    }),

  snooze: personProcedure
    .meta({ rule: "signed-in" })
    .input(snoozeNotificationsSchema)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await ctx.parts.db.housekeep((tx) => snoozeNotifications(tx, ctx.person, input));
      return null;
    }),

  choose: personProcedure
    .meta({ rule: "project-read" })
    .input(chooseNotificationLevelSchema)
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await ctx.parts.db.housekeep((tx) => chooseNotificationLevel(tx, ctx.person, input));
      return null;
    }),
});
