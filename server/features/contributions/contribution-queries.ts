import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";

import type {
  ContributionList,
  ContributionRow,
  ListContributionsInput,
  StateTotal,
} from "#shared/features/contributions/contribution-views.ts";
import { mayAnswerAmendment, mayProposeAmendment } from "#shared/features/contributions/amendment-policy.ts";
import {
  lineSight,
  mayAgreeContribution,
  maySetConfidentiality,
  mayWithdrawContribution,
  ownsContribution,
} from "#shared/features/contributions/contribution-policy.ts";
import type { ContributionSort } from "#shared/features/contributions/contribution-sorts.ts";
import { contributionStates } from "#shared/features/contributions/contribution-words.ts";
import { coordinates, type Person } from "#shared/features/members/standing.ts";
import { fold } from "#shared/text.ts";

import type { ReadDb } from "#server/db/database.ts";
import { ascending, countOf, descending, sumOf } from "#server/db/order.ts";
import { amendments, contributions, organisations, participants, streams, updates } from "#server/db/schema/index.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

/** The lines of a project this person may see, as a condition on `contributions`; the same rule as `maySeeContribution`. */
export function visibleLinesCondition(membership: Membership): SQL | undefined {
  const sight = lineSight(membership);
  if (sight === "all") return undefined;
  const own = inArray(contributions.participantId, [...membership.participantIds]);
  return sight === "own" ? own : or(eq(contributions.confidentiality, "consortium"), own);
}

/** Columns of a line with the names of its member and stream; join participants, organisations and (left) streams. */
export const lineColumns = {
  id: contributions.id,
  version: contributions.version,
  participantId: contributions.participantId,
  memberName: sql<string>`coalesce(${organisations.shortName}, ${organisations.name})`,
  streamId: contributions.streamId,
  streamCode: streams.code,
  streamTitle: streams.title,
  streamColour: streams.colour,
  streamPattern: streams.pattern,
  kind: contributions.kind,
  title: contributions.title,
  effortPmHundredths: contributions.effortPmHundredths,
  quantity: contributions.quantity,
  unit: contributions.unit,
  valueCents: contributions.valueCents,
  basis: contributions.basis,
  basisNote: contributions.basisNote,
  fromMonth: contributions.fromMonth,
  toMonth: contributions.toMonth,
  confidentiality: contributions.confidentiality,
  state: contributions.state,
  updatedAt: contributions.updatedAt,
};

const sortColumns = {
  member: participants.number,
  stream: streams.number,
  kind: contributions.kind,
  state: contributions.state,
  value: contributions.valueCents,
  effort: contributions.effortPmHundredths,
  months: contributions.fromMonth,
  updated: contributions.updatedAt,
} satisfies Record<ContributionSort, unknown>;

/**
 * The ledger of a project as this person may read it: a page of lines, their number and exact sums by state over
 * the whole filter. Lines the person may not see are absent from rows, number and sums. Faults: NOT_FOUND.
 */
export async function listContributions(
  db: ReadDb,
  person: Person,
  input: ListContributionsInput,
): Promise<ContributionList> {
  const membership = await loadMembership(db, person, input.projectId);
  const where = await searched(db, input.search, filtered(db, membership, input));
  const direction = input.descending ? descending : ascending;
  const rows = await db
    .select(lineColumns)
    .from(contributions)
    .innerJoin(participants, eq(participants.id, contributions.participantId))
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .leftJoin(streams, eq(streams.id, contributions.streamId))
    .where(where)
    .orderBy(direction(sortColumns[input.sort]), participants.number, ascending(streams.number), contributions.id)
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize);
  const totals = await totalsByState(db, where);
  const delivered = await deliveredSums(
    db,
    rows.map(({ id }) => id),
  );
  const open = await openAmendmentsOf(
    db,
    rows.map(({ id }) => id),
  );
  return {
    rows: rows.map((row) => {
      const amendment = open.get(row.id);
      return {
        ...row,
        ...(delivered.get(row.id) ?? nothingDelivered),
        own: ownsContribution(membership, row),
        mayAgree: mayAgreeContribution(membership, row),
        mayWithdraw: mayWithdrawContribution(membership, row),
        maySetConfidentiality: maySetConfidentiality(membership, row),
        mayAmend: mayProposeAmendment(membership, row, amendment !== undefined),
        amendment: amendment ? withAnswer(membership, row, amendment) : null,
      };
    }),
    total: totals.reduce((sum, { lines }) => sum + lines, 0),
    totals,
    currency: membership.currency,
    mayScale: coordinates(membership),
  };
}

export const nothingDelivered = { deliveredCents: 0, deliveredPmHundredths: 0 };

/** Exact sums of the accepted updates of these lines, by line; lines without any are absent. */
export async function deliveredSums(
  db: ReadDb,
  contributionIds: readonly string[],
): Promise<Map<string, typeof nothingDelivered>> {
  if (contributionIds.length === 0) return new Map();
  const rows = await db
    .select({
      id: updates.contributionId,
      cents: sumOf(updates.deliveredCents),
      pm: sumOf(updates.deliveredPmHundredths),
    })
    .from(updates)
    .where(and(inArray(updates.contributionId, [...contributionIds]), eq(updates.state, "accepted")))
    .groupBy(updates.contributionId);
  return new Map(rows.map(({ id, cents, pm }) => [id, { deliveredCents: cents, deliveredPmHundredths: pm }]));
}

type Open = Pick<typeof amendments.$inferSelect, "id" | "version" | "side" | "kind" | "state">;

/** The changes of these lines that wait for an answer, by line. */
async function openAmendmentsOf(db: ReadDb, contributionIds: readonly string[]): Promise<Map<string, Open>> {
  if (contributionIds.length === 0) return new Map();
  const { id, version, side, kind, state, contributionId } = amendments;
  const rows = await db
    .select({ id, version, side, kind, state, contributionId })
    .from(amendments)
    .where(and(inArray(amendments.contributionId, [...contributionIds]), eq(amendments.state, "open")));
  return new Map(rows.map(({ contributionId: lineId, ...row }) => [lineId, row]));
}

function withAnswer(
  membership: Membership,
  line: Parameters<typeof mayAnswerAmendment>[1],
  { state, ...row }: Open,
): ContributionRow["amendment"] {
  return { ...row, mayAnswer: mayAnswerAmendment(membership, line, { ...row, state }) };
}

function filtered(db: ReadDb, membership: Membership, input: ListContributionsInput): SQL | undefined {
  const { participantId, streamId, kind, state, confidentiality, amended } = input;
  return and(
    eq(contributions.projectId, input.projectId),
    visibleLinesCondition(membership),
    participantId ? eq(contributions.participantId, participantId) : undefined,
    streamId === "none" ? isNull(contributions.streamId) : streamId ? eq(contributions.streamId, streamId) : undefined,
    kind ? eq(contributions.kind, kind) : undefined,
    state ? eq(contributions.state, state) : undefined,
    confidentiality ? eq(contributions.confidentiality, confidentiality) : undefined,
    amended ? inArray(contributions.id, amendedLines(db, input.projectId)) : undefined,
  );
}

function amendedLines(db: ReadDb, projectId: string) {
  return db
    .select({ id: amendments.contributionId })
    .from(amendments)
    .where(and(eq(amendments.projectId, projectId), eq(amendments.state, "open")));
}

// Titles have no folded column: a project has at most some thousand lines, so they are folded here, and only when somebody searches.
async function searched(db: ReadDb, search: string, where: SQL | undefined): Promise<SQL | undefined> {
  const wanted = fold(search);
  if (wanted === "") return where;
  const rows = await db
    .select({
      id: contributions.id,
      title: contributions.title,
      note: contributions.basisNote,
      name: organisations.name,
      shortName: organisations.shortName,
    })
    .from(contributions)
    .innerJoin(participants, eq(participants.id, contributions.participantId))
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(where);
  const found = rows.filter((row) =>
    fold(`${row.title}\n${row.note}\n${row.name}\n${row.shortName ?? ""}`).includes(wanted),
  );
  return and(
    where,
    inArray(
      contributions.id,
      found.map(({ id }) => id),
    ),
  );
}

async function totalsByState(db: ReadDb, where: SQL | undefined): Promise<StateTotal[]> {
  const rows = await db
    .select({
      state: contributions.state,
      lines: countOf(),
      valued: countOf(contributions.valueCents),
      valueCents: sumOf(contributions.valueCents),
      effortPmHundredths: sumOf(contributions.effortPmHundredths),
    })
    .from(contributions)
    .where(where)
    .groupBy(contributions.state);
  return contributionStates.flatMap((state) => {
    const found = rows.find((row) => row.state === state);
    if (!found) return [];
    const { valued, ...total } = found;
    return [{ ...total, unvalued: total.lines - valued }];
  });
}
