import { and, eq, sql } from "drizzle-orm";

import { dayOf } from "#shared/dates.ts";
import { Fault } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { organisations, participants, partLinks, periods, projects, seats, users } from "#server/db/schema/index.ts";
import { hashOfPartToken, writesFor } from "#server/features/reporting/part-link-service.ts";

/** A link that opens its part now, and the person who acts through it: for that member, in that period, nothing else. */
export type OpenPart = {
  readonly link: {
    readonly id: string;
    readonly projectId: string;
    readonly participantId: string;
    readonly periodId: string;
    readonly expiresAt: number;
    readonly lastUsedAt: number | null;
  };
  readonly personName: string;
  readonly organisationName: string;
  readonly person: Person;
};

const linkByHash = prepared("part_link_by_hash", (db) =>
  db
    .select({
      id: partLinks.id,
      projectId: partLinks.projectId,
      participantId: partLinks.participantId,
      periodId: partLinks.periodId,
      userId: partLinks.userId,
      namedById: partLinks.namedById,
      expiresAt: partLinks.expiresAt,
      revokedAt: partLinks.revokedAt,
      lastUsedAt: partLinks.lastUsedAt,
      personName: users.name,
      organisationId: organisations.id,
      organisationKind: organisations.kind,
      organisationName: organisations.name,
      participantState: participants.state,
      projectStatus: projects.status,
      lockedAt: periods.lockedAt,
      role: seats.role,
    })
    .from(partLinks)
    .innerJoin(users, eq(users.id, partLinks.userId))
    .innerJoin(participants, eq(participants.id, partLinks.participantId))
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .innerJoin(projects, eq(projects.id, partLinks.projectId))
    .innerJoin(periods, eq(periods.id, partLinks.periodId))
    .leftJoin(seats, and(eq(seats.userId, partLinks.userId), eq(seats.organisationId, organisations.id)))
    .where(eq(partLinks.tokenHash, sql.placeholder("tokenHash"))),
);

/**
 * What a token opens at `now` (ms UTC), with the rights of now. Faults: NOT_FOUND LINK_UNKNOWN; PRECONDITION_FAILED
 * LINK_REVOKED (also when the person, or whoever named it, writes for the member no more), LINK_ENDED (the member or
 * the project is out), LINK_PERIOD_LOCKED, LINK_EXPIRED.
 */
export async function openPartLink(db: ReadDb, token: string, now: number): Promise<OpenPart> {
  const [row] = await linkByHash(db, { tokenHash: hashOfPartToken(token) });
  if (!row)
    throw new Fault("NOT_FOUND", "LINK_UNKNOWN", {
      message: "This link is not one of ours. Please check that it is complete.",
    });
  const { organisationId, personName, organisationName } = row;
  const writes =
    row.namedById === null
      ? row.role !== null && row.role !== "viewer"
      : await writesFor(db, row.namedById, organisationId);
  if (row.revokedAt !== null || !writes) throw over("LINK_REVOKED", "This link was ended by your organisation.");
  if (row.participantState !== "accepted" || row.projectStatus === "cancelled")
    throw over("LINK_ENDED", "Your organisation reports nothing in this project any more.");
  if (row.lockedAt !== null) throw over("LINK_PERIOD_LOCKED", "The period is closed; it takes nothing any more.");
  if (row.expiresAt <= now) throw over("LINK_EXPIRED", "This link has expired.");
  const { id, projectId, participantId, periodId, expiresAt, lastUsedAt } = row;
  return {
    link: { id, projectId, participantId, periodId, expiresAt, lastUsedAt },
    personName,
    organisationName,
    person: {
      userId: row.userId,
      isAdministrator: false,
      today: dayOf(now),
      seat: { organisationId, kind: row.organisationKind, role: "editor" },
    },
  };
}

function over(appCode: string, message: string): Fault {
  return new Fault("PRECONDITION_FAILED", appCode, { message });
}
