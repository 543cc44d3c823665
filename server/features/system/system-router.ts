import { openProcedure, router } from "#server/api/trpc.ts";
import { systemViewSchema } from "#shared/features/system/system.ts";

export const systemRouter = router({
  show: openProcedure
    .meta({ rule: "open" })
    .output(systemViewSchema)
    .query(({ ctx }) => ({
      name: "Consortia" as const,
      mail: ctx.parts.mailer.kind,
      writable: ctx.parts.db.condition() === "writable",
    })),
});
