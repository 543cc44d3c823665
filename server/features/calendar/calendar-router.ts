import { personProcedure, router } from "#server/api/trpc.ts";
import { publicUrl } from "#server/settings.ts";
import {
  calendarFileSchema,
  calendarOfSchema,
  calendarResultSchema,
  calendarStateSchema,
  openCalendarSchema,
} from "#shared/features/calendar/calendar.ts";

import { calendarFile, showCalendar } from "./calendar-queries.ts";
import { openCalendar, revokeCalendar } from "./calendar-service.ts";

const ofReader = personProcedure.meta({ rule: "project-read" });

export const calendarRouter = router({
  show: ofReader
    .input(calendarOfSchema)
    .output(calendarStateSchema)
    .query(({ ctx, input }) => showCalendar(ctx.read, ctx.person, input.projectId)),

  file: ofReader
    .input(calendarOfSchema)
    .output(calendarFileSchema)
    .query(({ ctx, input }) => calendarFile(ctx.read, ctx.person, { ...input, base: publicUrl(ctx.parts.settings) })),

  open: ofReader
    .input(openCalendarSchema)
    .output(calendarResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => openCalendar(tx, ctx.person, input))),

  revoke: ofReader
    .input(calendarOfSchema)
    .output(calendarResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => revokeCalendar(tx, ctx.person, input))),
});
