import { and, eq, gt, inArray, isNull, sql } from "drizzle-orm";

import { forbidden, notFound } from "#shared/fault.ts";
import { mayViewAs, viewingLastsMs } from "#shared/features/access/access-policy.ts";
import type { Person, ViewedBy } from "#shared/features/members/standing.ts";
import { idSchema } from "#shared/ids.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { changes, emergencyAccesses, organisations, participants, projects } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";

/** Stands for whoever looks through a member's eyes: it owns nothing and has no account. */
const nobodyId = "00000000-0000-7000-8000-000000000000";

const viewedParticipant = prepared("viewing_participant", (db) =>
  db
    .select({
      id: participants.id,
      state: participants.state,
      projectId: participants.projectId,
      acronym: projects.acronym,
      organisationId: organisations.id,
      organisationName: sql<string>`coalesce(${organisations.shortName}, ${organisations.name})`,
      kind: organisations.kind,
    })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .innerJoin(projects, eq(projects.id, participants.projectId))
    .where(and(eq(participants.id, sql.placeholder("id")), inArray(participants.state, ["invited", "accepted"]))),
);

export type ViewedParticipant = Awaited<ReturnType<typeof viewedParticipant>>[number];

/** Who is looked through, by the participant. Faults: NOT_FOUND, for one that left as well. */
export async function findViewed(db: ReadDb, participantId: string): Promise<ViewedParticipant> {
  const [found] = await viewedParticipant(db, { id: participantId });
  if (!found) throw notFound();
  return found;
}

/**
 * The person as whom a read runs that asks, by its header, to see a project through a member's eyes: a viewer of that
 * member, of that project alone. Faults: NOT_FOUND where the project is not open to `person`; FORBIDDEN VIEWING_AS for
 * whoever may not look, and before the start of it was recorded.
 */
export async function personViewing(db: ReadDb, person: Person, header: unknown, now: number): Promise<Person> {
  const id = idSchema.safeParse(header);
  if (!id.success) throw notFound();
  const viewed = await findViewed(db, id.data);
  const by = await viewerOf(db, person, viewed, now);
  return {
    userId: nobodyId,
    isAdministrator: false,
    today: person.today,
    seat: { organisationId: viewed.organisationId, kind: viewed.kind, role: "viewer" },
    viewing: { projectId: viewed.projectId, by },
  };
}

async function viewerOf(db: ReadDb, person: Person, viewed: ViewedParticipant, now: number): Promise<ViewedBy> {
  if (person.isAdministrator && (await findOpenAccess(db, person.userId, viewed, now)) !== null) return "administrator";
  const membership = await loadMembership(db, person, viewed.projectId);
  demand(mayViewAs(membership, viewed), "VIEWING_AS");
  if (!(await hasStartedViewing(db, person.userId, viewed.id, now))) throw forbidden("VIEWING_AS");
  return "coordinator";
}

const viewingStarts = prepared("viewing_starts", (db) =>
  db
    .select({ seq: changes.seq })
    .from(changes)
    .where(
      and(
        eq(changes.entityId, sql.placeholder("participantId")),
        eq(changes.entity, "access"),
        eq(changes.action, "viewed"),
        eq(changes.actorId, sql.placeholder("userId")),
        gt(changes.at, sql.placeholder("since")),
      ),
    )
    .limit(1),
);

// Nobody looks without the history saying so.
async function hasStartedViewing(db: ReadDb, userId: string, participantId: string, now: number): Promise<boolean> {
  return (await viewingStarts(db, { userId, participantId, since: now - viewingLastsMs })).length > 0;
}

/** The administrator's open access to a member's part of a project at `now`, or null. */
export async function findOpenAccess(
  db: ReadDb,
  userId: string,
  { projectId, organisationId }: { projectId: string; organisationId: string },
  now: number,
): Promise<{ id: string; expiresAt: number } | null> {
  const [found] = await db
    .select({ id: emergencyAccesses.id, expiresAt: emergencyAccesses.expiresAt })
    .from(emergencyAccesses)
    .where(
      and(
        eq(emergencyAccesses.userId, userId),
        eq(emergencyAccesses.projectId, projectId),
        eq(emergencyAccesses.organisationId, organisationId),
        isNull(emergencyAccesses.closedAt),
        gt(emergencyAccesses.expiresAt, now),
      ),
    );
  return found ?? null;
}
