import { and, eq, isNull, sql } from "drizzle-orm";

import type { Database } from "#server/db/database.ts";
import { partLinks } from "#server/db/schema/index.ts";

import type { OpenPart } from "./part-link-queries.ts";

/** How exactly uses are counted, in ms: a page asks several times a minute. */
const noteEveryMs = 60_000;

/** Counts a use of a link at `now`, at most once a minute; the first one is kept in the member's history as well. */
export async function notePartUse(db: Database, { link, person }: OpenPart, now: number): Promise<void> {
  const { id, lastUsedAt } = link;
  if (db.condition() !== "writable" || (lastUsedAt !== null && now - lastUsedAt < noteEveryMs)) return;
  const seen = lastUsedAt === null ? isNull(partLinks.lastUsedAt) : eq(partLinks.lastUsedAt, lastUsedAt);
  const count = { lastUsedAt: now, uses: sql`${partLinks.uses} + 1` };
  const mine = and(eq(partLinks.id, id), seen);
  if (lastUsedAt !== null) {
    await db.housekeep((tx) => tx.update(partLinks).set(count).where(mine));
    return;
  }
  const organisationId = person.seat?.organisationId ?? null;
  await db.transact({ userId: person.userId, actingForId: organisationId }, async (tx) => {
    const [first] = await tx.update(partLinks).set(count).where(mine).returning({ id: partLinks.id });
    await tx.record({
      entity: "part-link",
      entityId: id,
      action: "opened",
      projectId: link.projectId,
      organisationId,
      confidentialTo: organisationId,
      // Whoever came second at the same moment has nothing to tell.
      before: first ? null : {},
      after: first ? { periodId: link.periodId, lastUsedAt: now } : {},
    });
  });
}
