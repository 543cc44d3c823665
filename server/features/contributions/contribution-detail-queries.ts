import { asc, eq } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import type { ContributionDetail, OfferView } from "#shared/features/contributions/contribution-views.ts";
import { isBothSides, mayProposeAmendment } from "#shared/features/contributions/amendment-policy.ts";
import {
  mayAgreeContribution,
  mayCounterContribution,
  mayReviseContribution,
  maySeeContribution,
  maySetConfidentiality,
  mayWithdrawContribution,
  ownsContribution,
} from "#shared/features/contributions/contribution-policy.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { maySeeUpdate } from "#shared/features/reporting/update-policy.ts";

import type { ReadDb } from "#server/db/database.ts";
import {
  contributions,
  offers,
  organisations,
  participants,
  periods,
  projects,
  streams,
  updates,
  users,
} from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

import { amendmentsOf, compareOpen } from "./amendment-queries.ts";
import { deliveredSums, lineColumns, nothingDelivered } from "./contribution-queries.ts";
import { asHandedIn } from "./handed-in-queries.ts";

/** One line with every offer made about it, its updates and what this person may do now. Faults: NOT_FOUND. */
export async function showContribution(db: ReadDb, person: Person, input: { id: string }): Promise<ContributionDetail> {
  const { durationMonths, ...line } = await selectLine(db, input.id);
  const membership = await loadMembership(db, person, line.projectId);
  if (!maySeeContribution(membership, line)) throw notFound();
  const delivered = (await deliveredSums(db, [line.id])).get(line.id) ?? nothingDelivered;
  const amended = await amendmentsOf(db, line.id);
  const openAmendment = compareOpen(membership, { ...line, ...delivered }, amended);
  return {
    ...line,
    ...delivered,
    currency: membership.currency,
    durationMonths,
    own: ownsContribution(membership, line),
    offers: await offersOf(db, line.id),
    amendments: amended,
    openAmendment,
    bothSides: isBothSides(membership, line),
    updates: await updatesOf(db, membership, line.id),
    may: {
      revise: mayReviseContribution(membership, line),
      agree: mayAgreeContribution(membership, line),
      counter: mayCounterContribution(membership, line),
      withdraw: mayWithdrawContribution(membership, line),
      setConfidentiality: maySetConfidentiality(membership, line),
      amend: mayProposeAmendment(membership, line, openAmendment !== null),
    },
  };
}

async function selectLine(db: ReadDb, id: string) {
  const [line] = await db
    .select({
      ...lineColumns,
      projectId: contributions.projectId,
      durationMonths: projects.durationMonths,
      agreedAt: contributions.agreedAt,
      agreedByName: users.name,
    })
    .from(contributions)
    .innerJoin(projects, eq(projects.id, contributions.projectId))
    .innerJoin(participants, eq(participants.id, contributions.participantId))
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .leftJoin(streams, eq(streams.id, contributions.streamId))
    .leftJoin(users, eq(users.id, contributions.agreedById))
    .where(eq(contributions.id, id));
  if (!line) throw notFound();
  return line;
}

function offersOf(db: ReadDb, contributionId: string): Promise<OfferView[]> {
  return db
    .select({
      id: offers.id,
      number: offers.number,
      side: offers.side,
      effortPmHundredths: offers.effortPmHundredths,
      quantity: offers.quantity,
      unit: offers.unit,
      valueCents: offers.valueCents,
      basis: offers.basis,
      basisNote: offers.basisNote,
      fromMonth: offers.fromMonth,
      toMonth: offers.toMonth,
      reason: offers.reason,
      byName: users.name,
      byOrganisationName: organisations.name,
      at: offers.at,
    })
    .from(offers)
    .leftJoin(users, eq(users.id, offers.byUserId))
    .leftJoin(organisations, eq(organisations.id, offers.byOrganisationId))
    .where(eq(offers.contributionId, contributionId))
    .orderBy(asc(offers.number));
}

async function updatesOf(
  db: ReadDb,
  membership: Membership,
  contributionId: string,
): Promise<ContributionDetail["updates"]> {
  const rows = await db
    .select({
      id: updates.id,
      participantId: updates.participantId,
      periodNumber: periods.number,
      state: updates.state,
      deliveredCents: updates.deliveredCents,
      deliveredPmHundredths: updates.deliveredPmHundredths,
      remainingCents: updates.remainingCents,
      remainingPmHundredths: updates.remainingPmHundredths,
      progressBp: updates.progressBp,
      text: updates.text,
      lateReason: updates.lateReason,
      deliveredQuantity: updates.deliveredQuantity,
      remainingQuantity: updates.remainingQuantity,
      updatedAt: updates.updatedAt,
      reviewedAt: updates.reviewedAt,
    })
    .from(updates)
    .innerJoin(periods, eq(periods.id, updates.periodId))
    .where(eq(updates.contributionId, contributionId))
    .orderBy(asc(periods.number));
  const seen = rows.filter((row) => maySeeUpdate(membership, row));
  return (await asHandedIn(db, membership, seen)).map((row) => {
    const { participantId: _owner, updatedAt: _at, reviewedAt: _reviewedAt, ...report } = row;
    const { remainingQuantity: _remaining, lateReason: _lateReason, ...shown } = report;
    return shown;
  });
}
