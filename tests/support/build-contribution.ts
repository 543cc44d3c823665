import type { Database } from "#server/db/database.ts";
import { amendments, contributions, offers, periods, updates } from "#server/db/schema/index.ts";

import { builtAt, fresh, nextId, nextNumber } from "./build.ts";

type Contribution = typeof contributions.$inferSelect;
type Amendment = typeof amendments.$inferSelect;
type Offer = typeof offers.$inferSelect;
type Period = typeof periods.$inferSelect;
type Update = typeof updates.$inferSelect;
type Owner = { id: string; projectId: string };

/** An agreed effort line of 2.00 person-months worth 10 000.00, open to the consortium, on no stream. */
export async function buildContribution(
  db: Database,
  participant: Owner,
  overrides: Partial<Contribution> = {},
): Promise<Contribution> {
  const row: Contribution = {
    ...fresh(),
    projectId: participant.projectId,
    participantId: participant.id,
    streamId: null,
    kind: "effort",
    title: `Contribution ${nextNumber()}`,
    effortPmHundredths: 200,
    quantity: null,
    unit: null,
    valueCents: 1_000_000,
    basis: "own-cost",
    basisNote: "",
    fromMonth: 1,
    toMonth: 12,
    costCategory: null,
    confidentiality: "consortium",
    state: "agreed",
    agreedAt: builtAt,
    agreedById: null,
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(contributions).values(row);
  });
  return row;
}

/** The first offer of a line, by its member, with the line's own figures. */
export async function buildOffer(db: Database, line: Contribution, overrides: Partial<Offer> = {}): Promise<Offer> {
  const { effortPmHundredths, quantity, unit, valueCents, basis, basisNote, fromMonth, toMonth } = line;
  const row: Offer = {
    id: nextId(),
    contributionId: line.id,
    number: 1,
    side: "member",
    effortPmHundredths,
    quantity,
    unit,
    valueCents,
    basis,
    basisNote,
    fromMonth,
    toMonth,
    reason: "",
    byUserId: null,
    byOrganisationId: null,
    at: builtAt,
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(offers).values(row);
  });
  return row;
}

/** An open change of a line, proposed by its member: the line's own figures at half the value. */
export async function buildAmendment(
  db: Database,
  line: Contribution,
  overrides: Partial<Amendment> = {},
): Promise<Amendment> {
  const { projectId, effortPmHundredths, quantity, unit, valueCents, basis, basisNote, fromMonth, toMonth } = line;
  const row: Amendment = {
    ...fresh(),
    projectId,
    contributionId: line.id,
    number: 1,
    side: "member",
    kind: "change",
    effortPmHundredths,
    quantity,
    unit,
    valueCents: valueCents === null ? null : Math.floor(valueCents / 2),
    basis,
    basisNote,
    fromMonth,
    toMonth,
    reason: "Prices fell",
    state: "open",
    answer: "",
    byUserId: null,
    byOrganisationId: null,
    answeredAt: null,
    answeredById: null,
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(amendments).values(row);
  });
  return row;
}

/** The open first period, months 1 to 6; due in a hundred years, so that no report is late by the clock of the test. */
export async function buildPeriod(
  db: Database,
  project: { id: string },
  overrides: Partial<Period> = {},
): Promise<Period> {
  const row: Period = {
    ...fresh(),
    projectId: project.id,
    number: 1,
    startMonth: 1,
    endMonth: 6,
    dueOn: "2126-07-30",
    lockedAt: null,
    openedAt: null,
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(periods).values(row);
  });
  return row;
}

/** An accepted update: 1.00 person-month and 4 000.00 delivered, the rest as agreed still to come. */
export async function buildUpdate(
  db: Database,
  line: Contribution,
  period: { id: string },
  overrides: Partial<Update> = {},
): Promise<Update> {
  const row: Update = {
    ...fresh(),
    projectId: line.projectId,
    contributionId: line.id,
    periodId: period.id,
    participantId: line.participantId,
    state: "accepted",
    deliveredPmHundredths: 100,
    deliveredQuantity: null,
    deliveredCents: 400_000,
    remainingPmHundredths: null,
    remainingQuantity: null,
    remainingCents: null,
    progressBp: 5_000,
    text: "",
    lateReason: "",
    reviewNote: "",
    submittedAt: builtAt,
    submittedById: null,
    reviewedAt: builtAt,
    reviewedById: null,
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(updates).values(row);
  });
  return row;
}
