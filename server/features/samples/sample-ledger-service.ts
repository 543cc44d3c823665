import { eq } from "drizzle-orm";

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { contributions, offers, periods, updates } from "#server/db/schema/index.ts";
import { monthEndOn } from "#shared/dates.ts";
import type { Confidentiality } from "#shared/features/contributions/contribution-words.ts";
import { parseScaled, portionFloor } from "#shared/money.ts";

import { type SampleLine, sampleLines } from "./sample-ledger.ts";
import { insertDecisions } from "./sample-decision-service.ts";
import { sampleProject } from "./sample-plan.ts";
import { sampleReport } from "./sample-rows.ts";
import { insertAmendments } from "./sample-talk-service.ts";

type Place = {
  projectId: string;
  startOn: string;
  members: Map<string, string>;
  streamIds: Map<string, string>;
  periodIds: Map<number, string>;
  organisationIds: Map<string, string>;
};

type Figures = ReturnType<typeof figuresOf>;
type Written = Figures & {
  id: string;
  participantId: string;
  organisationId: string;
  confidentiality: Confidentiality;
  agreed: boolean;
  index: number;
};

/** Writes the lines of the sample with their offers, the reports of the first two periods, and locks the first; then the changes on the table and the votes. */
export async function insertLedger(tx: Tx, place: Place): Promise<void> {
  const lines: Written[] = [];
  for (const [index, row] of sampleLines.entries()) lines.push(await insertLine(tx, place, row, index));
  for (const line of lines.filter((each) => each.agreed)) await insertReports(tx, place, line);
  await lockFirstPeriod(tx, place);
  const agreed = lines.filter((line) => line.agreed && line.confidentiality === "consortium");
  await insertAmendments(
    tx,
    place,
    agreed.map((line) => ({ ...line, title: sampleLines[line.index]?.title ?? "" })),
  );
  await insertDecisions(tx, place);
}

const endOf = (startOn: string, month: number) => Date.parse(`${monthEndOn(startOn, month)}T12:00:00Z`);

function figuresOf({ kind, amount, unit, euros, basis, fromMonth, toMonth }: SampleLine) {
  const isEffort = kind === "effort";
  return {
    effortPmHundredths: isEffort ? parseScaled(amount, 2) : null,
    quantity: isEffort ? null : amount,
    unit: isEffort ? null : unit,
    valueCents: euros === null ? null : euros * 100,
    basis,
    basisNote: "",
    fromMonth,
    toMonth,
  };
}

async function insertLine(tx: Tx, place: Place, row: SampleLine, index: number): Promise<Written> {
  const { member, stream, kind, title, state, confidentiality } = row;
  const { projectId, startOn } = place;
  const figures = figuresOf(row);
  const organisationId = place.organisationIds.get(member) ?? "";
  const participantId = place.members.get(member) ?? "";
  const agreed = state === "agreed";
  const line = {
    ...freshRow(tx),
    projectId,
    participantId,
    streamId: stream === null ? null : (place.streamIds.get(stream) ?? null),
    kind,
    title,
    ...figures,
    confidentiality,
    state,
    agreedAt: agreed ? endOf(startOn, 1) : null,
    agreedById: null,
  };
  // A countered line stands at the coordinator's figures: a tenth less, with the reason beside it.
  const counter = {
    ...figures,
    valueCents: figures.valueCents === null ? null : portionFloor(figures.valueCents, 9, 10),
  };
  if (state === "countered") Object.assign(line, counter);
  await tx.insert(contributions).values(line);
  const confidentialTo = confidentiality === "coordinator" ? organisationId : null;
  await tx.record({
    entity: "contribution",
    entityId: line.id,
    action: "created",
    projectId,
    organisationId,
    confidentialTo,
    before: null,
    after: line,
  });
  await insertOffers(tx, place, line.id, organisationId, figures, state === "countered" ? counter : null);
  return { ...figures, id: line.id, participantId, organisationId, confidentiality, agreed, index };
}

async function insertOffers(
  tx: Tx,
  { startOn, organisationIds }: Place,
  contributionId: string,
  byOrganisationId: string,
  proposed: Figures,
  counter: Figures | null,
): Promise<void> {
  const first = {
    id: tx.id(),
    contributionId,
    number: 1,
    side: "member" as const,
    ...proposed,
    reason: "",
    byOrganisationId,
  };
  await tx.insert(offers).values({ ...first, at: endOf(startOn, 1) });
  if (counter === null) return;
  const answer = {
    reason: "The city's budget allows nine tenths of it; can you agree?",
    byOrganisationId: organisationIds.get("cluster"),
  };
  await tx
    .insert(offers)
    .values({ ...first, ...counter, ...answer, id: tx.id(), number: 2, side: "coordinator", at: endOf(startOn, 2) });
}

async function insertReports(tx: Tx, place: Place, line: Written): Promise<void> {
  const { projectId, startOn } = place;
  for (const number of [1, 2]) {
    const period = {
      number,
      startMonth: (number - 1) * sampleProject.periodMonths + 1,
      endMonth: number * sampleProject.periodMonths,
    };
    const report = sampleReport(line, period, line.index);
    if (!report) continue;
    const at = endOf(startOn, period.endMonth);
    const sent = report.state !== "draft";
    const reviewed = report.state === "accepted" || report.state === "returned";
    const row = {
      ...freshRow(tx),
      projectId,
      contributionId: line.id,
      periodId: place.periodIds.get(number) ?? "",
      participantId: line.participantId,
      ...report,
      submittedAt: sent ? at : null,
      reviewedAt: reviewed ? at : null,
    };
    await tx.insert(updates).values(row);
    // A draft is its member's own until it is submitted: the history says that it exists, to its member and the coordinator only.
    const confidentialTo = !sent || line.confidentiality === "coordinator" ? line.organisationId : null;
    const after = sent ? row : { state: row.state };
    await tx.record({
      entity: "update",
      entityId: row.id,
      action: "created",
      projectId,
      organisationId: line.organisationId,
      confidentialTo,
      before: null,
      after,
    });
  }
}

async function lockFirstPeriod(tx: Tx, place: Place): Promise<void> {
  const id = place.periodIds.get(1) ?? "";
  const lockedAt = endOf(place.startOn, 8);
  await tx.update(periods).set({ lockedAt, version: 2, updatedAt: tx.now }).where(eq(periods.id, id));
  await tx.record({
    entity: "period",
    entityId: id,
    action: "locked",
    projectId: place.projectId,
    before: { lockedAt: null },
    after: { lockedAt },
  });
}
