import { and, eq, inArray, or } from "drizzle-orm";

import { Fault, invalid, notFound, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { closesCycle, isShorter } from "#shared/features/organisations/membership-rules.ts";
import type { AddMembershipInput, ReviseMembershipInput } from "#shared/features/organisations/membership.ts";
import {
  isUmbrella,
  mayJoin,
  mayLeave,
  type MembershipSide,
  mayReviseMembership,
} from "#shared/features/organisations/organisation-policy.ts";
import type { VersionedId } from "#shared/features/organisations/organisation.ts";

import type { Tx } from "#server/db/database.ts";
import { isUniqueViolation } from "#server/db/errors.ts";
import { memberships } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";

import { loadMembershipSides, loadOrganisation } from "./organisation-facts-queries.ts";

type Sides = { child: MembershipSide; parent: MembershipSide };

/**
 * Makes an organisation a member of a cluster or association. Faults: NOT_FOUND, CLUSTER_DECIDES (403), NOT_A_CLUSTER,
 * MEMBERSHIP_CYCLE, ALREADY_MEMBER (409).
 */
export function addMembership(
  tx: Tx,
  person: Person,
  input: AddMembershipInput,
): Promise<{ id: string; version: number }> {
  return joinParent(tx, person, input, { isNew: false });
}

/** As `addMembership`; an organisation that was entered in this very transaction (`isNew`) has nothing to consent to. */
export async function joinParent(
  tx: Tx,
  person: Person,
  input: AddMembershipInput,
  { isNew }: { isNew: boolean },
): Promise<{ id: string; version: number }> {
  const { organisationId, parentId, sinceOn, untilOn } = input;
  const { child, parent } = await loadSides(tx, person, organisationId, parentId);
  if (!isUmbrella(parent.kind)) throw invalid("parentId", "NOT_A_CLUSTER");
  demand(mayJoin(person, isNew ? { ...child, isOurs: true } : child, parent), "CLUSTER_DECIDES");
  await refuseCycle(tx, organisationId, parentId);
  const row = {
    id: tx.id(),
    organisationId,
    parentId,
    sinceOn,
    untilOn,
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  try {
    await tx.insert(memberships).values(row);
  } catch (error) {
    if (isUniqueViolation(error, "memberships_pair")) throw new Fault("CONFLICT", "ALREADY_MEMBER", { cause: error });
    throw error;
  }
  await record(tx, "created", row.id, null, row);
  return { id: row.id, version: 1 };
}

/** Changes the dates of a membership. Faults: NOT_FOUND, FORBIDDEN, STALE with the present dates. */
export async function reviseMembership(
  tx: Tx,
  person: Person,
  input: ReviseMembershipInput,
): Promise<{ id: string; version: number }> {
  const before = await loadRow(tx, input.id);
  const { child, parent } = await loadSides(tx, person, before.organisationId, before.parentId);
  demand(mayReviseMembership(person, child, parent, isShorter(before, input)));
  const after = { ...before, sinceOn: input.sinceOn, untilOn: input.untilOn };
  const [written] = await tx
    .update(memberships)
    .set({ sinceOn: after.sinceOn, untilOn: after.untilOn, version: input.version + 1, updatedAt: tx.now })
    .where(and(eq(memberships.id, input.id), eq(memberships.version, input.version)))
    .returning({ version: memberships.version });
  if (!written) throw stale(presentOf(before));
  await record(tx, "updated", before.id, before, after);
  return { id: before.id, version: written.version };
}

/** Takes a membership away as if it had never been. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function removeMembership(tx: Tx, person: Person, { id, version }: VersionedId): Promise<{ id: string }> {
  const before = await loadRow(tx, id);
  const { child, parent } = await loadSides(tx, person, before.organisationId, before.parentId);
  demand(mayLeave(person, child, parent));
  const gone = await tx
    .delete(memberships)
    .where(and(eq(memberships.id, id), eq(memberships.version, version)))
    .returning({ id: memberships.id });
  if (gone.length === 0) throw stale(presentOf(before));
  await record(tx, "removed", id, before, null);
  return { id };
}

/** Takes away the membership of an organisation about to be removed in the cluster the person acts for. */
export async function leaveActingParent(tx: Tx, person: Person, organisationId: string): Promise<void> {
  if (!person.seat) return;
  const own = and(eq(memberships.organisationId, organisationId), eq(memberships.parentId, person.seat.organisationId));
  for (const before of await tx.delete(memberships).where(own).returning())
    await record(tx, "removed", before.id, before, null);
}

async function refuseCycle(tx: Tx, organisationId: string, parentId: string): Promise<void> {
  // Only what is a parent itself can lie between the two, besides the new parent.
  const parents = tx.selectDistinct({ id: memberships.parentId }).from(memberships);
  const edges = await tx
    .select({ organisationId: memberships.organisationId, parentId: memberships.parentId })
    .from(memberships)
    .where(or(eq(memberships.organisationId, parentId), inArray(memberships.organisationId, parents)));
  if (closesCycle(edges, organisationId, parentId)) throw new Fault("CONFLICT", "MEMBERSHIP_CYCLE");
}

async function loadRow(tx: Tx, id: string): Promise<typeof memberships.$inferSelect> {
  const [row] = await tx.select().from(memberships).where(eq(memberships.id, id));
  if (!row) throw notFound();
  return row;
}

async function loadSides(tx: Tx, person: Person, childId: string, parentId: string): Promise<Sides> {
  const child = await loadOrganisation(tx, childId);
  const parent = await loadOrganisation(tx, parentId);
  const sideOf = await loadMembershipSides(tx, person, [child, parent]);
  return { child: sideOf(childId), parent: sideOf(parentId) };
}

type Stored = { organisationId: string; parentId: string; sinceOn: string | null; untilOn: string | null };

function record(tx: Tx, action: string, entityId: string, before: Stored | null, after: Stored | null): Promise<void> {
  const organisationId = (after ?? before)?.organisationId ?? null;
  return tx.record({
    entity: "membership",
    entityId,
    action,
    organisationId,
    // What was removed is kept whole, so that it can come back as it was.
    before: before && (after ? fieldsOf(before) : { ...before }),
    after: after && (before ? fieldsOf(after) : { id: entityId, ...fieldsOf(after) }),
  });
}

function fieldsOf({ organisationId, parentId, sinceOn, untilOn }: Stored): Record<string, unknown> {
  return { organisationId, parentId, sinceOn, untilOn };
}

function presentOf({ id, version, sinceOn, untilOn }: typeof memberships.$inferSelect): Record<string, unknown> {
  return { id, version, sinceOn, untilOn };
}
