import { aliasedTable, and, eq, gte, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";

import { sumOf } from "#server/db/order.ts";
import { preparedForIds } from "#server/db/prepared-lists.ts";
import { contributions, participants, periods, projects, updates } from "#server/db/schema/index.ts";

const reporting = aliasedTable(updates, "reporting");

/** Agreed value in cents by project, participant and confidentiality. */
export const agreedSums = preparedForIds("project_agreed", (db, ids) =>
  db
    .select({
      projectId: contributions.projectId,
      participantId: contributions.participantId,
      confidentiality: contributions.confidentiality,
      cents: sumOf(contributions.valueCents),
    })
    .from(contributions)
    .where(and(inArray(contributions.projectId, ids), eq(contributions.state, "agreed")))
    .groupBy(contributions.projectId, contributions.participantId, contributions.confidentiality),
);

/** Value delivered by accepted reports of agreed lines, in cents, by project, participant and confidentiality. */
export const deliveredSums = preparedForIds("project_delivered", (db, ids) =>
  db
    .select({
      projectId: updates.projectId,
      participantId: contributions.participantId,
      confidentiality: contributions.confidentiality,
      cents: sumOf(updates.deliveredCents),
    })
    .from(updates)
    .innerJoin(contributions, eq(contributions.id, updates.contributionId))
    .where(and(inArray(updates.projectId, ids), eq(updates.state, "accepted"), eq(contributions.state, "agreed")))
    .groupBy(updates.projectId, contributions.participantId, contributions.confidentiality),
);

/** Own participant rows of the acting organisation (`readerId`), invited or accepted. */
export const ownRows = preparedForIds("project_own", (db, ids) =>
  db
    .select({
      projectId: participants.projectId,
      id: participants.id,
      role: participants.role,
      state: participants.state,
    })
    .from(participants)
    .where(
      and(
        inArray(participants.projectId, ids),
        eq(participants.organisationId, sql.placeholder("readerId")),
        inArray(participants.state, ["invited", "accepted"]),
      ),
    ),
);

/** The organisations behind the participants of projects. */
export const ownersOf = preparedForIds("project_owners", (db, ids) =>
  db
    .select({ participantId: participants.id, ownerId: participants.organisationId })
    .from(participants)
    .where(inArray(participants.projectId, ids)),
);

/**
 * Reports that are missing, drafted or returned although the day of their open period has passed (before `today`):
 * agreed lines of accepted members in running projects, for the periods their months touch.
 */
export const lateReports = preparedForIds("project_late", (db, ids) =>
  db
    .select({
      projectId: periods.projectId,
      periodId: periods.id,
      participantId: contributions.participantId,
      confidentiality: contributions.confidentiality,
      lines: sql`count(*)`.mapWith(Number),
    })
    .from(periods)
    .innerJoin(projects, and(eq(projects.id, periods.projectId), eq(projects.status, "running")))
    .innerJoin(
      contributions,
      and(
        eq(contributions.projectId, periods.projectId),
        eq(contributions.state, "agreed"),
        or(isNull(contributions.fromMonth), lte(contributions.fromMonth, periods.endMonth)),
        or(isNull(contributions.toMonth), gte(contributions.toMonth, periods.startMonth)),
      ),
    )
    .innerJoin(participants, and(eq(participants.id, contributions.participantId), eq(participants.state, "accepted")))
    .leftJoin(reporting, and(eq(reporting.contributionId, contributions.id), eq(reporting.periodId, periods.id)))
    .where(
      and(
        inArray(periods.projectId, ids),
        isNull(periods.lockedAt),
        lt(periods.dueOn, sql.placeholder("today")),
        or(isNull(reporting.id), inArray(reporting.state, ["draft", "returned"])),
      ),
    )
    .groupBy(periods.projectId, periods.id, contributions.participantId, contributions.confidentiality),
);
