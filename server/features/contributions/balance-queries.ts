import { and, eq, sql } from "drizzle-orm";

import type { ProjectBalance } from "#shared/features/contributions/balance.ts";
import { computeBalance } from "#shared/features/contributions/balance-rules.ts";
import { maySeeContribution } from "#shared/features/contributions/contribution-policy.ts";
import { tellFromEveryView } from "#shared/features/contributions/viewpoint-rules.ts";
import { isMember } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending } from "#server/db/order.ts";
import { prepared } from "#server/db/prepare.ts";
import { contributions, participants, periods, streams, updates } from "#server/db/schema/index.ts";
import type { Membership } from "#server/features/members/membership.ts";

const agreedLines = prepared("balance_lines", (db) =>
  db
    .select({
      id: contributions.id,
      participantId: contributions.participantId,
      ownerId: participants.organisationId,
      streamId: contributions.streamId,
      kind: contributions.kind,
      state: contributions.state,
      confidentiality: contributions.confidentiality,
      valueCents: contributions.valueCents,
      effortPmHundredths: contributions.effortPmHundredths,
    })
    .from(contributions)
    .innerJoin(participants, eq(participants.id, contributions.participantId))
    .leftJoin(streams, eq(streams.id, contributions.streamId))
    .where(and(eq(contributions.projectId, sql.placeholder("projectId")), eq(contributions.state, "agreed")))
    .orderBy(participants.number, ascending(streams.number)),
);

const acceptedUpdates = prepared("balance_updates", (db) =>
  db
    .select({
      contributionId: updates.contributionId,
      periodNumber: periods.number,
      deliveredCents: updates.deliveredCents,
      deliveredPmHundredths: updates.deliveredPmHundredths,
      remainingCents: updates.remainingCents,
      remainingPmHundredths: updates.remainingPmHundredths,
    })
    .from(updates)
    .innerJoin(periods, eq(periods.id, updates.periodId))
    .where(and(eq(updates.projectId, sql.placeholder("projectId")), eq(updates.state, "accepted"))),
);

/** Balance of the membership's project as this reader may know it: two prepared statements, then pure integers. */
export async function projectBalance(db: ReadDb, membership: Membership): Promise<ProjectBalance> {
  const { projectId } = membership;
  const [lines, accepted] = await Promise.all([agreedLines(db, { projectId }), acceptedUpdates(db, { projectId })]);
  const seen = lines.map((line) => ({ ...line, hidden: !maySeeContribution(membership, line) }));
  const balance = computeBalance(seen, accepted);
  return isMember(membership) ? balance : tellFromEveryView(balance, seen, accepted);
}
