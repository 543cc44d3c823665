import { eq, sql } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import { maySeeContribution } from "#shared/features/contributions/contribution-policy.ts";
import type { Terms } from "#shared/features/contributions/contribution.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { contributions, participants, projects } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

export type LineRow = typeof contributions.$inferSelect;

/** A line as services work on it, with whose it is and where the person stands. */
export type OpenedLine = { line: LineRow; ownerId: string; durationMonths: number | null; membership: Membership };

const lineById = prepared("line_by_id", (db) =>
  db
    .select({ line: contributions, ownerId: participants.organisationId, durationMonths: projects.durationMonths })
    .from(contributions)
    .innerJoin(participants, eq(participants.id, contributions.participantId))
    .innerJoin(projects, eq(projects.id, contributions.projectId))
    .where(eq(contributions.id, sql.placeholder("id"))),
);

/** Loads a line for a write. Faults: NOT_FOUND, alike for an unknown, a foreign and a confidential one. */
export async function openLine(db: ReadDb, person: Person, id: string): Promise<OpenedLine> {
  const [found] = await lineById(db, { id });
  if (!found) throw notFound();
  const membership = await loadMembership(db, person, found.line.projectId);
  if (!maySeeContribution(membership, found.line)) throw notFound();
  return { ...found, membership };
}

/** The negotiated figures of a line, alone. */
export function termsOf(row: Terms): Terms {
  const { effortPmHundredths, quantity, unit, valueCents, basis, basisNote, fromMonth, toMonth } = row;
  return { effortPmHundredths, quantity, unit, valueCents, basis, basisNote, fromMonth, toMonth };
}

/** What the page of a stale write compares with: the line as it stands now. */
export function presentLine(row: LineRow) {
  const { id, version, title, streamId, state, confidentiality } = row;
  return { id, version, title, streamId, state, confidentiality, ...termsOf(row) };
}
