import { and, eq, inArray, lte } from "drizzle-orm";

import { systemActor, type Tx } from "#server/db/database.ts";
import { requestScope } from "#server/db/request-scope.ts";
import { invitations } from "#server/db/schema/index.ts";
import { recordInvitation } from "#server/features/participants/participant-invitations-service.ts";
import type { Parts } from "#server/parts.ts";

const due = (now: number) => and(eq(invitations.state, "pending"), lte(invitations.expiresAt, now));

/** Writes down which invitations of a project have run out at the transaction's instant. */
export async function expireInvitations(tx: Tx, projectId: string): Promise<void> {
  const rows = await tx
    .select()
    .from(invitations)
    .where(and(due(tx.now), eq(invitations.projectId, projectId)));
  for (const row of rows) await expire(tx, row);
}

/** The same for the whole installation, in a transaction that is no part of the request it may happen to run in. */
export async function expireDueInvitations({ db, clock }: Pick<Parts, "db" | "clock">): Promise<void> {
  if (db.condition() !== "writable") return;
  const found = await db.read.select({ id: invitations.id }).from(invitations).where(due(clock()));
  if (found.length === 0) return;
  const ids = found.map((row) => row.id);
  await requestScope.run({}, () =>
    db.transact(systemActor, async (tx) => {
      for (const row of await tx.select().from(invitations).where(inArray(invitations.id, ids))) await expire(tx, row);
    }),
  );
}

// Of two that noticed it the second records that nothing changed any more.
async function expire(tx: Tx, before: typeof invitations.$inferSelect): Promise<void> {
  const isDue = before.state === "pending" && before.expiresAt <= tx.now;
  const changed = isDue ? ({ state: "expired", version: before.version + 1, updatedAt: tx.now } as const) : {};
  if (isDue) await tx.update(invitations).set(changed).where(eq(invitations.id, before.id));
  await recordInvitation(tx, "expired", before, { ...before, ...changed });
}
