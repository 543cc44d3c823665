import { and, desc, eq, isNull } from "drizzle-orm";

import type { ReadDb } from "#server/db/database.ts";
import { baselines, users } from "#server/db/schema/index.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { mayFreezePlan, mayReadBaselineNotes, mayRemoveBaseline } from "#shared/features/baselines/baseline-policy.ts";
import type { BaselineList, ListBaselinesInput } from "#shared/features/baselines/baseline.ts";
import { lineSight } from "#shared/features/contributions/contribution-policy.ts";
import type { Person } from "#shared/features/members/standing.ts";

/** The baselines of a project, newest first, without what is in them. Faults: NOT_FOUND. */
export async function listBaselines(db: ReadDb, person: Person, input: ListBaselinesInput): Promise<BaselineList> {
  const membership = await loadMembership(db, person, input.projectId);
  const found = await db
    .select({
      id: baselines.id,
      version: baselines.version,
      number: baselines.number,
      kind: baselines.kind,
      name: baselines.name,
      note: baselines.note,
      decidedOn: baselines.decidedOn,
      inForceOn: baselines.inForceOn,
      frozenAt: baselines.frozenAt,
      byName: users.name,
      contentHash: baselines.contentHash,
    })
    .from(baselines)
    .leftJoin(users, eq(users.id, baselines.byUserId))
    .where(and(eq(baselines.projectId, input.projectId), isNull(baselines.removedAt)))
    .orderBy(desc(baselines.number));
  const readsNotes = mayReadBaselineNotes(membership);
  const seesAll = lineSight(membership) === "all";
  return {
    rows: found.map((row) => ({
      ...row,
      note: readsNotes ? row.note : "",
      byName: readsNotes ? row.byName : null,
      contentHash: seesAll ? row.contentHash : null,
      mayRemove: mayRemoveBaseline(membership, row),
    })),
    mayFreeze: mayFreezePlan(membership),
  };
}
