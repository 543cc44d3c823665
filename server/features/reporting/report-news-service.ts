import { eq } from "drizzle-orm";

import type { Tx } from "#server/db/database.ts";
import { periods } from "#server/db/schema/index.ts";
import { notify } from "#server/features/notifications/notification-service.ts";
import { coordinatorsOf, peopleOf } from "#server/features/notifications/recipient-queries.ts";

type ReportNews = {
  action: string;
  ownerId: string;
  report: { id: string; projectId: string; periodId: string };
};

/**
 * Tells the coordinator that a report was handed in, and its member that it was accepted or came back. What is in it is
 * read on its page; what asks for nothing more is told for the period, so that many of them stand as one.
 */
export async function tellOfReport(tx: Tx, { action, ownerId, report }: ReportNews): Promise<void> {
  if (action !== "submitted" && action !== "accepted" && action !== "returned") return;
  const { id, projectId, periodId } = report;
  const to = action === "submitted" ? await coordinatorsOf(tx, projectId) : await peopleOf(tx, [ownerId]);
  const [period] = await tx.select({ number: periods.number }).from(periods).where(eq(periods.id, periodId));
  const about = action === "returned" ? { entity: "update", entityId: id } : { entity: "period", entityId: periodId };
  await notify(tx, { kind: action, to, projectId, ...about, params: { number: String(period?.number ?? "") } });
}
