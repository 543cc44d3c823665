import { and, eq, inArray } from "drizzle-orm";

import { Fault, invalid } from "#shared/fault.ts";
import type { Elector } from "#shared/features/decisions/decision-rules.ts";
import { mayAskDecision, mayCancelDecision, mayReviseDecision } from "#shared/features/decisions/decision-policy.ts";
import type {
  CancelDecisionInput,
  CreateDecisionInput,
  DecisionWritten,
  ReviseDecisionInput,
} from "#shared/features/decisions/decision.ts";
import { equalElectorate, shareElectorate } from "#shared/features/decisions/electorate-rules.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { VersionedInput } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { decisions, organisations, participants } from "#server/db/schema/index.ts";
import { linesOfProject } from "#server/features/contributions/balance-queries.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { notify } from "#server/features/notifications/notification-service.ts";
import { peopleOf } from "#server/features/notifications/recipient-queries.ts";

import { changeDecision, type DecisionRow, openDecision, recordDecision, staleDecision } from "./decision-rows.ts";

export const dayMs = 86_400_000;

/** Writes a question down; nobody but the coordinator sees it before it is opened. Faults: NOT_FOUND, FORBIDDEN, BAD_REQUEST. */
export async function createDecision(tx: Tx, person: Person, input: CreateDecisionInput): Promise<DecisionWritten> {
  const { projectId } = input;
  demand(mayAskDecision(await loadMembership(tx, person, projectId)));
  demandMajority(input);
  const [row] = await tx
    .insert(decisions)
    .values({
      ...freshRow(tx),
      ...input,
      number: (await tx.$count(decisions, eq(decisions.projectId, projectId))) + 1,
      state: "draft",
      openedAt: null,
      closedAt: null,
      electorate: [],
      result: null,
      byUserId: person.userId,
    })
    .returning();
  if (!row) throw new Error("the insert returned no row");
  await recordDecision(tx, "created", null, row);
  return { id: row.id, version: row.version, state: row.state };
}

/** Changes a question that is not opened yet. Faults: NOT_FOUND, FORBIDDEN, STALE, BAD_REQUEST. */
export async function reviseDecision(tx: Tx, person: Person, input: ReviseDecisionInput): Promise<DecisionWritten> {
  const { decision, membership } = await openDecision(tx, person, input.id);
  demandSeen(decision, input.version);
  demand(mayReviseDecision(membership, decision));
  demandMajority({ ...decision, ...input.patch });
  return changeDecision(tx, decision, "updated", input.patch);
}

/**
 * Opens the vote: who may vote and with which weight is frozen here and told to everybody. Faults: NOT_FOUND, FORBIDDEN,
 * STALE, BAD_REQUEST (deadline not in the future), NO_VOTERS, SHARES_CONFIDENTIAL, NO_SHARES.
 */
export async function startVote(tx: Tx, person: Person, input: VersionedInput): Promise<DecisionWritten> {
  const { decision, membership } = await openDecision(tx, person, input.id);
  demandSeen(decision, input.version);
  demand(mayReviseDecision(membership, decision));
  if (decision.closesAt <= tx.now) throw invalid("closesAt", "NOT_IN_FUTURE");
  const electorate = await electorateOf(tx, decision);
  const isShort = decision.closesAt - tx.now <= dayMs;
  const opened = await changeDecision(tx, decision, "opened", {
    state: "open",
    openedAt: tx.now,
    electorate,
    // Whoever was told of it within its last day is not told again.
    remindedAt: isShort ? tx.now : null,
  });
  const electorIds = electorate.map(({ organisationId }) => organisationId);
  await notify(tx, {
    kind: "decision-opened",
    to: await peopleOf(tx, electorIds, ["manager"]),
    projectId: decision.projectId,
    entity: "decision",
    entityId: decision.id,
    params: { number: String(decision.number) },
  });
  return opened;
}

/** Calls a question off with a reason, before it is closed. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function cancelDecision(tx: Tx, person: Person, input: CancelDecisionInput): Promise<DecisionWritten> {
  const { decision, membership } = await openDecision(tx, person, input.id);
  demandSeen(decision, input.version);
  demand(mayCancelDecision(membership, decision));
  return changeDecision(tx, decision, "cancelled", { state: "cancelled", reason: input.reason, closedAt: tx.now });
}

function demandSeen(decision: DecisionRow, version: number): void {
  if (decision.version !== version) throw staleDecision(decision);
}

/** An own majority says how much; the others do not. */
function demandMajority({ majority, majorityBp }: Pick<DecisionRow, "majority" | "majorityBp">): void {
  if (majority === "own" && majorityBp === null) throw invalid("majorityBp", "REQUIRED");
  if (majority !== "own" && majorityBp !== null) throw invalid("majorityBp", "NOT_USED");
}

/** Each organisation once, by the number of its first place in the project. */
async function electorateOf(tx: Tx, { projectId, voters, weighting }: DecisionRow): Promise<Elector[]> {
  const rows = await tx
    .select({
      organisationId: participants.organisationId,
      name: organisations.name,
      participantId: participants.id,
      role: participants.role,
    })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(
      and(
        eq(participants.projectId, projectId),
        eq(participants.state, "accepted"),
        inArray(participants.role, [...voters]),
      ),
    )
    .orderBy(participants.number);
  const found = [
    ...new Map(rows.map(({ organisationId, name }) => [organisationId, { organisationId, name }])).values(),
  ];
  if (found.length === 0) throw new Fault("CONFLICT", "NO_VOTERS");
  if (weighting === "organisation") return equalElectorate(found);
  const electorate = shareElectorate(found, await guardedLines(tx, projectId));
  if (typeof electorate === "string") throw new Fault("CONFLICT", electorate);
  return electorate;
}

async function guardedLines(tx: Tx, projectId: string) {
  const owners = await tx
    .select({ id: participants.id, organisationId: participants.organisationId })
    .from(participants)
    .where(eq(participants.projectId, projectId));
  const ownerOf = new Map(owners.map(({ id, organisationId }) => [id, organisationId]));
  const lines = await linesOfProject(tx, projectId);
  return lines.map((line) => ({ ...line, ownerId: ownerOf.get(line.participantId) ?? "", hidden: false }));
}
