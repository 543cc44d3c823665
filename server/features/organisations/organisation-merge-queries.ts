import { and, eq, inArray, isNotNull } from "drizzle-orm";

import { Fault } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayMerge, type MergeSide } from "#shared/features/organisations/organisation-merge-policy.ts";
import type {
  Duplicate,
  MergeConflict,
  MergePair,
  MergePreview,
} from "#shared/features/organisations/organisation-merge.ts";
import { nameLikeness } from "#shared/features/organisations/organisation-name-rules.ts";

import type { ReadDb } from "#server/db/database.ts";
import { columnsEndingIn } from "#server/db/referring-columns.ts";
import {
  decisions,
  memberships,
  participants,
  projects,
  resources,
  seats,
  users,
  votes,
} from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";
import { visibleProjectsCondition } from "#server/features/members/visible-projects.ts";

import { loadOrganisation, loadOrganisationFacts, type OrganisationRecord } from "./organisation-facts-queries.ts";
import { filledFields } from "./organisation-merge-fields.ts";
import { similarOrganisations } from "./organisation-option-queries.ts";

type Participant = typeof participants.$inferSelect;

/** Two rows of one project in one role: `isUnused` when nothing refers to the duplicate's, so that it can go. */
export type SharedRole = { kept: Participant; duplicate: Participant; isUnused: boolean };

/** What the merge policy decides from. */
export async function loadMergeSide(db: ReadDb, person: Person, id: string): Promise<MergeSide> {
  const { currentParentIds } = await loadOrganisationFacts(db, id, person.today);
  const people = await db
    .select({ userId: seats.userId, role: seats.role, hasCome: isNotNull(users.passwordChangedAt) })
    .from(seats)
    .innerJoin(users, eq(users.id, seats.userId))
    .where(eq(seats.organisationId, id));
  return {
    id,
    isStaffed: people.some((row) => Boolean(row.hasCome)),
    isManaged: people.some((row) => row.userId === person.userId && row.role === "manager"),
    currentParentIds,
  };
}

/** Both entries with what decides about them. Faults: NOT_FOUND, FORBIDDEN. */
export async function openPair(db: ReadDb, person: Person, { keptId, duplicateId }: MergePair) {
  const [kept, duplicate] = [await loadOrganisation(db, keptId), await loadOrganisation(db, duplicateId)];
  const keptSide = await loadMergeSide(db, person, keptId);
  const duplicateSide = await loadMergeSide(db, person, duplicateId);
  demand(mayMerge(person, keptSide, duplicateSide));
  return { kept, duplicate, keptSide, duplicateSide };
}

/** Entries that may be the same as this one, of those the person could merge it with, one way or the other. Faults: NOT_FOUND. */
export async function listDuplicates(db: ReadDb, person: Person, id: string): Promise<Duplicate[]> {
  const { name, country, vatNumber, pic } = await loadOrganisation(db, id);
  const own = await loadMergeSide(db, person, id);
  const similar = await similarOrganisations(db, {
    name,
    ...(vatNumber ? { vatNumber } : {}),
    ...(pic ? { pic } : {}),
  });
  const found: Duplicate[] = [];
  for (const option of similar) {
    if (option.id === id) continue;
    const isSameName =
      nameLikeness(option.name, name) === 100 && (!option.country || !country || option.country === country);
    if (option.reason === "name" && !isSameName) continue;
    const other = await loadMergeSide(db, person, option.id);
    if (!mayMerge(person, own, other) && !mayMerge(person, other, own)) continue;
    found.push({ ...option, version: (await loadOrganisation(db, option.id)).version });
  }
  return found;
}

/** What a merger would do, and why it cannot be. Faults: NOT_FOUND, FORBIDDEN. */
export async function previewMerge(db: ReadDb, person: Person, pair: MergePair): Promise<MergePreview> {
  const { kept, duplicate, keptSide, duplicateSide } = await openPair(db, person, pair);
  const { id } = duplicate;
  const taking = await db
    .selectDistinct({ id: projects.id })
    .from(projects)
    .innerJoin(participants, eq(participants.projectId, projects.id))
    .where(and(eq(participants.organisationId, id), visibleProjectsCondition(person)));
  return {
    kept: sideOf(kept),
    duplicate: sideOf(duplicate),
    maySwap: mayMerge(person, duplicateSide, keptSide),
    moves: {
      projects: taking.length,
      resources: await db.$count(resources, eq(resources.organisationId, id)),
      memberships: await db.$count(memberships, eq(memberships.organisationId, id)),
      people: await db.$count(seats, eq(seats.organisationId, id)),
    },
    fills: Object.keys(filledFields(kept, duplicate)),
    conflicts: await conflictsOf(db, person, pair),
  };
}

/** Why two entries cannot become one; empty when they can. */
export async function conflictsOf(db: ReadDb, person: Person, pair: MergePair): Promise<MergeConflict[]> {
  const shared = (await sharedRoles(db, pair)).filter((each) => !each.isUnused).map(({ kept }) => kept);
  const voting = await sharedDecisions(db, pair);
  const ids = [...shared, ...voting].map((row) => row.projectId);
  const open = await db
    .select({ id: projects.id, acronym: projects.acronym })
    .from(projects)
    .where(and(inArray(projects.id, ids), visibleProjectsCondition(person)));
  const projectOf = (id: string) => open.find((project) => project.id === id) ?? null;
  return [
    ...shared.map((row) => ({ kind: "role" as const, project: projectOf(row.projectId), role: row.role })),
    ...voting.map((row) => ({ kind: "decision" as const, project: projectOf(row.projectId), role: null })),
  ];
}

/** Decisions that are open and let the duplicate vote, and those both have voted in. */
async function sharedDecisions(db: ReadDb, { keptId, duplicateId }: MergePair): Promise<{ projectId: string }[]> {
  const running = await db
    .select({ id: decisions.id, projectId: decisions.projectId, electorate: decisions.electorate })
    .from(decisions)
    .where(eq(decisions.state, "open"));
  const asked = running.filter((row) => row.electorate.some((elector) => elector.organisationId === duplicateId));
  const cast = await db
    .select({ id: decisions.id, projectId: decisions.projectId, organisationId: votes.organisationId })
    .from(votes)
    .innerJoin(decisions, eq(decisions.id, votes.decisionId))
    .where(inArray(votes.organisationId, [keptId, duplicateId]));
  const twice = cast.filter(
    (row) =>
      row.organisationId === keptId &&
      cast.some((other) => other.id === row.id && other.organisationId === duplicateId),
  );
  return [...asked, ...twice.filter((row) => !asked.some((other) => other.id === row.id))];
}

/** The projects both take part in in the same role. */
export async function sharedRoles(db: ReadDb, { keptId, duplicateId }: MergePair): Promise<SharedRole[]> {
  const rows = await db
    .select()
    .from(participants)
    .where(inArray(participants.organisationId, [keptId, duplicateId]));
  const found: SharedRole[] = [];
  for (const duplicate of rows.filter((row) => row.organisationId === duplicateId)) {
    const kept = rows.find(
      (row) => row.organisationId === keptId && row.projectId === duplicate.projectId && row.role === duplicate.role,
    );
    if (kept) found.push({ kept, duplicate, isUnused: !(await isReferred(db, duplicate.id)) });
  }
  return found;
}

/** Letters and reminders of a row go with it; everything else keeps it. */
const passing = new Set(["invitations", "report_requests", "part_links"]);

async function isReferred(db: ReadDb, participantId: string): Promise<boolean> {
  for (const { table, tableName, column } of columnsEndingIn("participant_id")) {
    if (passing.has(tableName)) continue;
    if ((await db.select({ id: column }).from(table).where(eq(column, participantId)).limit(1)).length > 0) return true;
  }
  return false;
}

function sideOf({ id, version, kind, name, shortName, country, city }: OrganisationRecord) {
  return { id, version, kind, name, shortName, country, city };
}

/** The refusal that names what stands against it. */
export function mergeConflict(conflicts: readonly MergeConflict[]): Fault {
  return new Fault("CONFLICT", "CANNOT_MERGE", {
    message: "These two cannot become one as long as both have work of the same kind in one place.",
    present: conflicts,
  });
}
