import { and, eq, inArray } from "drizzle-orm";

import type { UndoRule } from "#server/changes/undo-rule.ts";
import type { ReadDb, Tx } from "#server/db/database.ts";
import { rowStore, type StoredRow } from "#server/db/row-store.ts";
import { memberships, organisations } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { closesCycle, isShorter } from "#shared/features/organisations/membership-rules.ts";
import { mayJoin, mayLeave, mayReviseMembership } from "#shared/features/organisations/organisation-policy.ts";

import { loadMembershipSides, loadOrganisation } from "./organisation-facts-queries.ts";

type Membership = typeof memberships.$inferSelect;

/** Memberships in clusters and associations; what comes back opens projects, so both sides have to agree to that as to a new one. */
export const membershipUndo: UndoRule = {
  store: rowStore(memberships),
  carriers: ["organisationId"],
  isBinned: true,
  isWhole: true,
  async demand(tx, { from, to }, { person, isRedo }) {
    const [before, after] = [from as Membership | null, to as Membership | null];
    const sides = await loadSides(tx, person, (before ?? after) as Membership);
    const mayOpen = mayJoin(person, sides.child, sides.parent);
    if (!before) return demand(isRedo ? mayOpen : mayLeave(person, sides.child, sides.parent));
    // Whoever ended it alone brings it back only if both sides are the person's to speak for.
    if (!after) return demand(isRedo ? mayLeave(person, sides.child, sides.parent) : mayOpen);
    const isLess = isRedo ? isShorter(before, after) : isShorter(after, before);
    demand(mayReviseMembership(person, sides.child, sides.parent, isLess));
  },
  async obstacle(tx, { now, goal }, { restoring }) {
    if (now || !goal) return null;
    if (await isSideGone(tx, goal, restoring)) return "gone";
    const row = goal as unknown as Membership;
    const [twin] = await tx
      .select({ id: memberships.id })
      .from(memberships)
      .where(and(eq(memberships.organisationId, row.organisationId), eq(memberships.parentId, row.parentId)));
    if (twin) return "taken";
    const edges = await tx.select().from(memberships);
    return closesCycle(edges, row.organisationId, row.parentId) ? "taken" : null;
  },
};

async function loadSides(tx: ReadDb, person: Person, row: Membership) {
  const child = await loadOrganisation(tx, row.organisationId);
  const parent = await loadOrganisation(tx, row.parentId);
  const sideOf = await loadMembershipSides(tx, person, [child, parent]);
  return { child: sideOf(child.id), parent: sideOf(parent.id) };
}

async function isSideGone(tx: Tx, goal: StoredRow, restoring: ReadonlySet<string>): Promise<boolean> {
  const ids = [String(goal["organisationId"]), String(goal["parentId"])].filter((id) => !restoring.has(id));
  const rows = await tx.select({ id: organisations.id }).from(organisations).where(inArray(organisations.id, ids));
  return rows.length < ids.length;
}
