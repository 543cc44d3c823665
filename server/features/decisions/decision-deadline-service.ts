import { and, eq, gt, isNull, lte } from "drizzle-orm";

import { Fault } from "#shared/fault.ts";

import { type Database, systemActor } from "#server/db/database.ts";
import { decisions } from "#server/db/schema/index.ts";
import { notify } from "#server/features/notifications/notification-service.ts";
import { peopleOf } from "#server/features/notifications/recipient-queries.ts";

import { decisionById, leftMembers, votesOf } from "./decision-rows.ts";
import { dayMs } from "./decision-service.ts";
import { closeOverdueDecision } from "./vote-service.ts";

/**
 * Closes every decision (of one project, if told) whose deadline has passed at `now` (ms UTC), each in a transaction of
 * its own; gives their number. What somebody else closed meanwhile, or a database that takes nothing, is no fault here.
 */
export async function closeOverdueDecisions(db: Database, now: number, projectId?: string): Promise<number> {
  const overdue = await db.read
    .select({ id: decisions.id })
    .from(decisions)
    .where(
      and(
        eq(decisions.state, "open"),
        lte(decisions.closesAt, now),
        projectId === undefined ? undefined : eq(decisions.projectId, projectId),
      ),
    );
  let closed = 0;
  for (const { id } of overdue) {
    try {
      await db.transact(systemActor, (tx) => closeOverdueDecision(tx, id));
      closed += 1;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
    }
  }
  return closed;
}

/** Reminds, once, those who have not voted on the day before the deadline; gives the number of decisions reminded of. */
export async function remindOfDecisions(db: Database, now: number): Promise<number> {
  const near = await db.read
    .select({ id: decisions.id })
    .from(decisions)
    .where(
      and(
        eq(decisions.state, "open"),
        isNull(decisions.remindedAt),
        gt(decisions.closesAt, now),
        lte(decisions.closesAt, now + dayMs),
      ),
    );
  for (const { id } of near) {
    await db.housekeep(async (tx) => {
      const decision = await decisionById(tx, id);
      if (decision.state !== "open" || decision.remindedAt !== null) return;
      await tx.update(decisions).set({ remindedAt: tx.now }).where(eq(decisions.id, id));
      const done = await leftMembers(tx, decision);
      for (const { organisationId } of await votesOf(tx, [id])) done.add(organisationId);
      const silent = decision.electorate.map(({ organisationId }) => organisationId).filter((each) => !done.has(each));
      await notify(tx, {
        kind: "reminder",
        to: await peopleOf(tx, silent, ["manager"]),
        projectId: decision.projectId,
        entity: "decision",
        entityId: id,
        params: { number: String(decision.number) },
      });
    });
  }
  return near.length;
}
