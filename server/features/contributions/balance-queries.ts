import { and, eq, sql } from "drizzle-orm";

import type { ProjectBalance } from "#shared/features/contributions/balance.ts";
import { computeBalance } from "#shared/features/contributions/balance-rules.ts";
import { maySeeContribution } from "#shared/features/contributions/contribution-policy.ts";
import { tellFromEveryView } from "#shared/features/contributions/viewpoint-rules.ts";
import { isMember } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { contributions, participants, periods, streams, updates } from "#server/db/schema/index.ts";
import type { Membership } from "#server/features/members/membership.ts";

const ledgerLines = prepared("ledger_lines", (db) =>
  db
    .select({
      id: contributions.id,
      participantId: contributions.participantId,
      streamId: contributions.streamId,
      kind: contributions.kind,
      state: contributions.state,
      confidentiality: contributions.confidentiality,
      valueCents: contributions.valueCents,
      effortPmHundredths: contributions.effortPmHundredths,
    })
    .from(contributions)
    .where(eq(contributions.projectId, sql.placeholder("projectId"))),
);

// One row each for members (with whose it is), streams and periods, instead of joins for every line and report.
const numbers = prepared("balance_numbers", (db) =>
  db
    .select({
      id: participants.id,
      number: participants.number,
      ownerId: sql<string | null>`${participants.organisationId}`,
    })
    .from(participants)
    .where(eq(participants.projectId, sql.placeholder("projectId")))
    .unionAll(
      db
        .select({ id: streams.id, number: streams.number, ownerId: sql<string | null>`null` })
        .from(streams)
        .where(eq(streams.projectId, sql.placeholder("projectId"))),
    )
    .unionAll(
      db
        .select({ id: periods.id, number: periods.number, ownerId: sql<string | null>`null` })
        .from(periods)
        .where(eq(periods.projectId, sql.placeholder("projectId"))),
    ),
);

const acceptedUpdates = prepared("balance_updates", (db) =>
  db
    .select({
      contributionId: updates.contributionId,
      periodId: updates.periodId,
      deliveredCents: updates.deliveredCents,
      deliveredPmHundredths: updates.deliveredPmHundredths,
      remainingCents: updates.remainingCents,
      remainingPmHundredths: updates.remainingPmHundredths,
    })
    .from(updates)
    .where(and(eq(updates.projectId, sql.placeholder("projectId")), eq(updates.state, "accepted"))),
);

/** A line of a project's ledger with what balances and counts need; in no particular order. */
export type Line = Awaited<ReturnType<typeof ledgerLines>>[number];

/** Every line of a project in every state, for a caller who judges each by `maySeeContribution`. */
export async function linesOfProject(db: ReadDb, projectId: string): Promise<Line[]> {
  return await ledgerLines(db, { projectId });
}

/**
 * Balance of the membership's project as this reader may know it: prepared statements, then pure integers. Members
 * and streams come by number, what belongs to no stream last. `ledger` saves reading the lines a second time.
 */
export async function projectBalance(
  db: ReadDb,
  membership: Membership,
  ledger?: readonly Line[],
): Promise<ProjectBalance> {
  const { projectId } = membership;
  const [lines, accepted, numbered] = await Promise.all([
    ledger ?? linesOfProject(db, projectId),
    acceptedUpdates(db, { projectId }),
    numbers(db, { projectId }),
  ]);
  const byId = new Map(numbered.map((row) => [row.id, row]));
  const numberOf = (id: string | null): number => (id === null ? undefined : byId.get(id)?.number) ?? Infinity;
  const agreed = lines
    .filter((line) => line.state === "agreed")
    .map((line) => ({ line, member: numberOf(line.participantId), stream: numberOf(line.streamId) }))
    .toSorted((left, right) => compare(left.member, right.member) || compare(left.stream, right.stream));
  const seen = agreed.map(({ line }) => ({
    ...line,
    ownerId: byId.get(line.participantId)?.ownerId ?? "",
    hidden: !maySeeContribution(membership, line),
  }));
  const reported = accepted.map((update) => ({ ...update, periodNumber: numberOf(update.periodId) }));
  const balance = computeBalance(seen, reported);
  return isMember(membership) ? balance : tellFromEveryView(balance, seen, reported);
}

// A difference would not be a number where both are infinite.
function compare(left: number, right: number): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
