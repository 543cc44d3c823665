import { inArray } from "drizzle-orm";

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { decisions, organisations, votes } from "#server/db/schema/index.ts";
import { type CastVote, type Elector, resultOf } from "#shared/features/decisions/decision-rules.ts";
import { usualVoters, type VoteChoice } from "#shared/features/decisions/decision-words.ts";

type Place = { projectId: string; organisationIds: ReadonlyMap<string, string>; members: ReadonlyMap<string, string> };

type Question = {
  number: number;
  title: string;
  text: string;
  openedAt: number;
  closesAt: number;
  /** Null: still open. */
  closedAt: number | null;
  /** By key of the organisation, with a reason where one was given. */
  ballots: Record<string, [VoteChoice, string]>;
};

const dayMs = 86_400_000;

/** A question that was decided and one that waits for votes. */
export async function insertDecisions(tx: Tx, place: Place): Promise<void> {
  const electorate = await electorateOf(tx, place);
  const now = tx.now - (tx.now % 3_600_000);
  await insertQuestion(tx, place, electorate, {
    number: 1,
    title: "Shall the heat store be built before the second phase of the pipes?",
    text: "The store would be ready for the next heating season; the pipes of the northern district follow three months later.",
    openedAt: now - 60 * dayMs,
    closesAt: now - 46 * dayMs,
    closedAt: now - 46 * dayMs,
    ballots: {
      cluster: ["yes", ""],
      therm: ["yes", ""],
      turbine: ["yes", "The turbine needs a buffer from its first day."],
      heat: ["yes", ""],
      sorting: ["abstain", ""],
      air: ["yes", ""],
      dryer: ["no", "The dryer gets its returned heat later."],
      sensors: ["yes", ""],
    },
  });
  await insertQuestion(tx, place, electorate, {
    number: 2,
    title: "Shall the open data interface be published under CC BY 4.0?",
    text: "The city asks for it. Measured values of single plants stay closed for twelve months.",
    openedAt: now - 2 * dayMs,
    closesAt: now + 12 * dayMs,
    closedAt: null,
    ballots: { therm: ["no", ""], sensors: ["yes", ""], engineering: ["yes", ""] },
  });
}

async function electorateOf(tx: Tx, { members, organisationIds }: Place): Promise<Elector[]> {
  const ids = [...members.keys()].flatMap((key) => organisationIds.get(key) ?? []);
  const rows = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(inArray(organisations.id, ids));
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return ids.map((organisationId) => ({ organisationId, name: names.get(organisationId) ?? "", weight: 1 }));
}

async function insertQuestion(tx: Tx, place: Place, electorate: Elector[], question: Question): Promise<void> {
  const { ballots, ...asked } = question;
  const rules = { quorumBp: 5_000, majority: "simple" as const, majorityBp: null };
  const cast: (CastVote & { reason: string })[] = Object.entries(ballots).map(([key, [choice, reason]]) => ({
    organisationId: place.organisationIds.get(key) ?? "",
    choice,
    reason,
  }));
  const isClosed = question.closedAt !== null;
  const row = {
    ...freshRow(tx),
    projectId: place.projectId,
    ...asked,
    ...rules,
    weighting: "organisation" as const,
    voters: [...usualVoters],
    state: isClosed ? ("closed" as const) : ("open" as const),
    electorate,
    result: isClosed ? resultOf(electorate, cast, new Set(), rules) : null,
    byUserId: tx.actor.userId ?? "",
  };
  await tx.insert(decisions).values(row);
  await tx.record({
    entity: "decision",
    entityId: row.id,
    action: "created",
    projectId: place.projectId,
    before: null,
    after: row,
  });
  for (const [index, vote] of cast.entries()) {
    const at = question.openedAt + (index + 1) * 3_600_000;
    // Nobody in particular: the sample has organisations, but no people.
    const ballot = { ...freshRow(tx), ...vote, decisionId: row.id, byUserId: "", createdAt: at, updatedAt: at };
    await tx.insert(votes).values(ballot);
  }
}
