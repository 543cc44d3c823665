import { personProcedure, router } from "#server/api/trpc.ts";
import {
  auditListSchema,
  historyPartSchema,
  listAuditSchema,
  verifyHistorySchema,
} from "#shared/features/audit/audit.ts";

import { listAudit, verifyHistoryPart } from "./audit-queries.ts";

export const auditRouter = router({
  list: personProcedure
    .meta({ rule: "administrator" })
    .input(listAuditSchema)
    .output(auditListSchema)
    .query(({ ctx, input }) => listAudit(ctx.read, ctx.person, input)),

  verify: personProcedure
    .meta({ rule: "administrator" })
    .input(verifyHistorySchema)
    .output(historyPartSchema)
    .query(({ ctx, input }) => verifyHistoryPart(ctx.read, ctx.person, input)),
});
