import { eq, inArray, or } from "drizzle-orm";

import { Fault, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { closesCycle } from "#shared/features/organisations/membership-rules.ts";
import { bringsSeats } from "#shared/features/organisations/organisation-merge-policy.ts";
import type { MergeOrganisationsInput, MergePair } from "#shared/features/organisations/organisation-merge.ts";
import { organisationSearchColumns } from "#shared/features/organisations/organisation-search.ts";
import type { Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { isUniqueViolation } from "#server/db/errors.ts";
import { columnsEndingIn } from "#server/db/referring-columns.ts";
import { invitations, memberships, organisations, participants, projects, seats } from "#server/db/schema/index.ts";
import { closeNumberGap, recordParticipant } from "#server/features/participants/participant-service.ts";

import type { OrganisationRecord } from "./organisation-facts-queries.ts";
import { filledFields } from "./organisation-merge-fields.ts";
import { conflictsOf, mergeConflict, openPair, sharedRoles } from "./organisation-merge-queries.ts";

/**
 * Makes one entry of two that are the same organisation: everything of the duplicate goes over to the kept one, empty fields
 * are filled, the duplicate is removed; all or nothing. Faults: NOT_FOUND, FORBIDDEN, STALE, CANNOT_MERGE with the conflicts.
 */
export async function mergeOrganisations(tx: Tx, person: Person, input: MergeOrganisationsInput): Promise<Written> {
  const { kept, duplicate, keptSide } = await openPair(tx, person, input);
  if (kept.version !== input.keptVersion || duplicate.version !== input.duplicateVersion) throw stale(null);
  const conflicts = await conflictsOf(tx, person, input);
  if (conflicts.length > 0) throw mergeConflict(conflicts);
  await movePeople(tx, input, bringsSeats(person, keptSide));
  await moveMemberships(tx, input);
  await moveParticipations(tx, input);
  await moveProjects(tx, input);
  await moveTheRest(tx, input);
  return await joinEntries(tx, kept, duplicate);
}

/** Takes the duplicate's entry out and fills the kept one from it. */
async function joinEntries(tx: Tx, kept: OrganisationRecord, duplicate: OrganisationRecord): Promise<Written> {
  // First, because an imported entry's number in its source is unique.
  await tx.delete(organisations).where(eq(organisations.id, duplicate.id));
  const source = kept.externalId === null ? { source: duplicate.source, externalId: duplicate.externalId } : {};
  const filled = { ...kept, ...filledFields(kept, duplicate), ...source, sample: kept.sample && duplicate.sample };
  const after = {
    ...filled,
    ...organisationSearchColumns(filled),
    version: kept.version + 1,
    updatedAt: tx.now,
  };
  await tx.update(organisations).set(after).where(eq(organisations.id, kept.id));
  const change = { entity: "organisation", action: "merged" } as const;
  await tx.record({
    ...change,
    entityId: duplicate.id,
    organisationId: duplicate.id,
    before: { ...duplicate },
    after: null,
  });
  await tx.record({ ...change, entityId: kept.id, organisationId: kept.id, before: { ...kept }, after });
  return { id: kept.id, version: after.version };
}

/** Gives the duplicate's people their seats in the kept one; whoever has one there keeps the higher of the two. */
async function movePeople(tx: Tx, { keptId, duplicateId }: MergePair, comeOver: boolean): Promise<void> {
  const ranks = ["viewer", "editor", "manager"];
  const rows = await tx
    .select()
    .from(seats)
    .where(inArray(seats.organisationId, [keptId, duplicateId]));
  for (const before of rows.filter((row) => row.organisationId === duplicateId)) {
    const own = rows.find((row) => row.organisationId === keptId && row.userId === before.userId);
    const change = { entity: "seat", entityId: before.id } as const;
    if (own || !comeOver) {
      await tx.delete(seats).where(eq(seats.id, before.id));
      await tx.record({
        ...change,
        action: "removed",
        organisationId: duplicateId,
        before: { ...before },
        after: null,
      });
    } else {
      const after = { ...before, organisationId: keptId, version: before.version + 1, updatedAt: tx.now };
      await tx.update(seats).set(after).where(eq(seats.id, before.id));
      await tx.record({ ...change, action: "updated", organisationId: keptId, before: { ...before }, after });
    }
    if (own && comeOver && ranks.indexOf(before.role) > ranks.indexOf(own.role)) {
      const raised = { ...own, role: before.role, version: own.version + 1, updatedAt: tx.now };
      await tx.update(seats).set(raised).where(eq(seats.id, own.id));
      await tx.record({
        entity: "seat",
        entityId: own.id,
        action: "updated",
        organisationId: keptId,
        before: { ...own },
        after: raised,
      });
    }
  }
}

const keyOf = (row: { organisationId: string; parentId: string }) => `${row.organisationId} ${row.parentId}`;

/** Memberships on both sides; those the kept one has too, and of the two in each other, go. Fault CANNOT_MERGE for a circle. */
async function moveMemberships(tx: Tx, { keptId, duplicateId }: MergePair): Promise<void> {
  const pair = [keptId, duplicateId];
  const rows = await tx
    .select()
    .from(memberships)
    .where(or(inArray(memberships.organisationId, pair), inArray(memberships.parentId, pair)));
  const moved = (id: string) => (id === duplicateId ? keptId : id);
  const known = new Set(
    rows.filter((row) => row.organisationId !== duplicateId && row.parentId !== duplicateId).map(keyOf),
  );
  for (const before of rows.filter((row) => row.organisationId === duplicateId || row.parentId === duplicateId)) {
    const [organisationId, parentId] = [moved(before.organisationId), moved(before.parentId)];
    const change = { entity: "membership", entityId: before.id, organisationId } as const;
    await tx.delete(memberships).where(eq(memberships.id, before.id));
    if (organisationId === parentId || known.has(keyOf({ organisationId, parentId }))) {
      await tx.record({ ...change, action: "removed", before: { ...before }, after: null });
      continue;
    }
    const edges = await tx
      .select({ organisationId: memberships.organisationId, parentId: memberships.parentId })
      .from(memberships);
    if (
      closesCycle(
        edges.map((edge) => ({ organisationId: moved(edge.organisationId), parentId: moved(edge.parentId) })),
        organisationId,
        parentId,
      )
    )
      throw mergeConflict([{ kind: "membership", project: null, role: null }]);
    const after = { ...before, organisationId, parentId, version: before.version + 1, updatedAt: tx.now };
    await tx.insert(memberships).values(after);
    known.add(keyOf(after));
    await tx.record({ ...change, action: "updated", before: { ...before }, after });
  }
}

/** Rows of projects; of two in one role the duplicate's, to which nothing refers, goes and the kept one takes part if either did. */
async function moveParticipations(tx: Tx, pair: MergePair): Promise<void> {
  for (const { kept, duplicate } of await sharedRoles(tx, pair)) {
    await moveInvitations(tx, duplicate.id, kept.id);
    await tx.delete(participants).where(eq(participants.id, duplicate.id));
    await recordParticipant(tx, "removed", duplicate, null);
    if (duplicate.state === "accepted" && kept.state !== "accepted") {
      const { state, joinedOn, leftOn } = duplicate;
      const after = { ...kept, state, joinedOn, leftOn, version: kept.version + 1, updatedAt: tx.now };
      await tx.update(participants).set(after).where(eq(participants.id, kept.id));
      await recordParticipant(tx, "updated", kept, after);
    }
    await closeNumberGap(tx, duplicate);
  }
  const rows = await tx.select().from(participants).where(eq(participants.organisationId, pair.duplicateId));
  for (const before of rows) {
    const after = { ...before, organisationId: pair.keptId, version: before.version + 1, updatedAt: tx.now };
    await tx.update(participants).set(after).where(eq(participants.id, before.id));
    await recordParticipant(tx, "updated", before, after);
  }
}

/** Letters of a row that goes stay open at the other one, but for an address that has one there. */
async function moveInvitations(tx: Tx, fromId: string, toId: string): Promise<void> {
  const rows = await tx
    .select()
    .from(invitations)
    .where(inArray(invitations.participantId, [fromId, toId]));
  const taken = new Set(
    rows.filter((row) => row.participantId === toId && row.state === "pending").map((row) => row.email),
  );
  for (const row of rows.filter((each) => each.participantId === fromId)) {
    if (row.state === "pending" && taken.has(row.email)) continue;
    await tx.update(invitations).set({ participantId: toId }).where(eq(invitations.id, row.id));
  }
}

async function moveProjects(tx: Tx, { keptId, duplicateId }: MergePair): Promise<void> {
  for (const before of await tx.select().from(projects).where(eq(projects.clusterId, duplicateId))) {
    const changed = { clusterId: keptId, version: before.version + 1, updatedAt: tx.now };
    await tx.update(projects).set(changed).where(eq(projects.id, before.id));
    await tx.record({
      entity: "project",
      entityId: before.id,
      action: "updated",
      projectId: before.id,
      before: { clusterId: duplicateId },
      after: { clusterId: keptId },
    });
  }
}

/** The history stays as it was written, and what an administrator was let see of one member is not let see of another. */
const staying = new Set(["changes", "emergency_accesses", "memberships", "participants", "projects", "seats"]);

/** Whatever else names the duplicate: resources, invitations, votes, files, sessions, who said what for whom. */
async function moveTheRest(tx: Tx, { keptId, duplicateId }: MergePair): Promise<void> {
  for (const { table, tableName, key, column } of columnsEndingIn("organisation_id", "acting_for_id")) {
    if (staying.has(tableName)) continue;
    try {
      await tx
        .update(table)
        .set({ [key]: keptId })
        .where(eq(column, duplicateId));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new Fault("CONFLICT", "CANNOT_MERGE", { present: [], cause: error });
    }
  }
}
