import { and, asc, desc, eq, exists, gt, inArray, isNull, sql } from "drizzle-orm";

import { forbidden, notFound } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { PartLinkRow, PartLinks, PartOfPeriodInput } from "#shared/features/part/part.ts";
import { mayReport } from "#shared/features/reporting/update-policy.ts";

import type { ReadDb } from "#server/db/database.ts";
import {
  contributions,
  organisations,
  participants,
  partLinks,
  periods,
  projects,
  users,
} from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { writesFor } from "#server/features/reporting/part-link-service.ts";

/** The own part of a period, as links to it are made for. */
export type SharedPart = {
  projectId: string;
  participantId: string;
  periodId: string;
  organisationId: string;
  organisationName: string;
  projectAcronym: string;
  projectTitle: string;
  periodNumber: number;
  dueOn: string;
};

/**
 * The part of the acting organisation in a period, for those who may report it: of several own participants the first
 * that has agreed lines. Faults: NOT_FOUND, FORBIDDEN.
 */
export async function loadSharedPart(
  db: ReadDb,
  person: Person,
  { projectId, periodId }: PartOfPeriodInput,
): Promise<SharedPart> {
  const membership = await loadMembership(db, person, projectId);
  const agreed = db
    .select({ one: sql`1` })
    .from(contributions)
    .where(and(eq(contributions.participantId, participants.id), eq(contributions.state, "agreed")));
  const rows = await db
    .select({
      projectId: participants.projectId,
      participantId: participants.id,
      periodId: periods.id,
      organisationId: organisations.id,
      organisationName: organisations.name,
      projectAcronym: projects.acronym,
      projectTitle: projects.title,
      periodNumber: periods.number,
      dueOn: periods.dueOn,
    })
    .from(periods)
    .innerJoin(projects, eq(projects.id, periods.projectId))
    .innerJoin(participants, eq(participants.projectId, periods.projectId))
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(
      and(
        eq(periods.id, periodId),
        eq(periods.projectId, projectId),
        inArray(participants.id, [...membership.participantIds]),
        eq(participants.state, "accepted"),
      ),
    )
    .orderBy(sql`case when ${exists(agreed)} then 0 else 1 end`, asc(participants.number));
  const [part] = rows;
  if (part) {
    demand(mayReport(membership, part));
    return part;
  }
  const [period] = await db
    .select({ id: periods.id })
    .from(periods)
    .where(and(eq(periods.id, periodId), eq(periods.projectId, projectId)));
  throw period ? forbidden() : notFound();
}

/** Links that open the own part of a period at `now` (ms UTC), newest first; none for whoever may not report it. Faults: NOT_FOUND. */
export async function listPartLinks(
  db: ReadDb,
  person: Person,
  { projectId, periodId }: PartOfPeriodInput,
  now: number,
): Promise<PartLinks> {
  const membership = await loadMembership(db, person, projectId);
  const own = membership.participantIds.filter((participantId) => mayReport(membership, { participantId }));
  if (own.length === 0) return { rows: [], may: { share: false } };
  const rows = await db
    .select({ link: partLinks, personName: users.name, email: users.email, lockedAt: periods.lockedAt })
    .from(partLinks)
    .innerJoin(users, eq(users.id, partLinks.userId))
    .innerJoin(periods, eq(periods.id, partLinks.periodId))
    .where(
      and(
        eq(partLinks.projectId, projectId),
        eq(partLinks.periodId, periodId),
        inArray(partLinks.participantId, own),
        isNull(partLinks.revokedAt),
        gt(partLinks.expiresAt, now),
        isNull(periods.lockedAt),
      ),
    )
    .orderBy(desc(partLinks.createdAt), desc(partLinks.id));
  const standing: PartLinkRow[] = [];
  for (const { link, personName, email } of rows) {
    // A link whose person, or whose namer, writes for us no more opens nothing.
    if (!(await writesFor(db, link.namedById ?? link.userId, membership.organisationId ?? ""))) continue;
    const { id, version, kind, createdAt, expiresAt, lastUsedAt, uses } = link;
    const isSelf = link.userId === person.userId;
    const facts = { id, version, kind, createdAt, expiresAt, lastUsedAt, uses };
    standing.push({ ...facts, personName, email, isNamed: link.namedById !== null, isSelf });
  }
  return { rows: standing, may: { share: true } };
}
