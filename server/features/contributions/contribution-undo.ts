import { desc, eq, inArray } from "drizzle-orm";

import { type Beside, changesAny, changesOnly, type UndoMove, type UndoRule } from "#server/changes/undo-rule.ts";
import type { Tx } from "#server/db/database.ts";
import { rowStore } from "#server/db/row-store.ts";
import {
  amendments,
  comments,
  contributions,
  offers,
  participants,
  streams,
  updates,
} from "#server/db/schema/index.ts";
import { demand, loadMembership, type Membership } from "#server/features/members/membership.ts";
import { notify } from "#server/features/notifications/notification-service.ts";
import { coordinatorsOf, peopleOf } from "#server/features/notifications/recipient-queries.ts";
import { mayCategorise } from "#shared/features/budget/budget-policy.ts";
import {
  mayAgreeContribution,
  mayCounterContribution,
  mayProposeContribution,
  mayReviseContribution,
  maySeeContribution,
  maySetConfidentiality,
  mayWithdrawContribution,
} from "#shared/features/contributions/contribution-policy.ts";
import { isBothSides, mayProposeAmendment } from "#shared/features/contributions/amendment-policy.ts";
import { CONSENT_KEPT_MS } from "#shared/features/changes/undo-words.ts";

import type { LineRow } from "./line-queries.ts";

type Offer = typeof offers.$inferSelect;

const figures = ["effortPmHundredths", "quantity", "unit", "valueCents", "basis", "basisNote", "fromMonth", "toMonth"];

/**
 * Lines of the ledger. A proposal, an answer and a withdrawal are taken back by the side that made them while nobody
 * answered. An agreement goes back to the offer it agreed to, by nobody but who gave it, within the hour, and never
 * once a report or a further change builds on it; the other side is told. Nothing becomes agreed that way but what
 * the same person had agreed to.
 */
export const contributionUndo: UndoRule = {
  store: rowStore(contributions),
  carriers: ["projectId"],
  isWhole: true,
  async demand(tx, { from, to, step }, { person }) {
    const membership = await loadMembership(tx, person, step.projectId ?? "");
    const [before, after] = [from as LineRow | null, to as LineRow | null];
    const line = before ?? after;
    demand(line !== null && maySeeContribution(membership, line) && mayDo(membership, before, after));
    if (after?.state === "agreed" && before?.state !== "agreed") demand(after.agreedById === person.userId);
  },
  async obstacle(tx, move) {
    const [now, goal] = [move.now as LineRow | null, move.goal as LineRow | null];
    if (!goal) return (await isBuiltOn(tx, move.step.entityId)) ? "in-use" : null;
    if (!now) return (await isHomeless(tx, goal)) ? "gone" : null;
    const isOpened = now.state === "agreed" && goal.state !== "agreed";
    if (isOpened && (await isBuiltOn(tx, move.step.entityId))) return "in-use";
    const isConsent = now.state !== goal.state && now.state !== "withdrawn";
    const agreedAt = isConsent ? (now.agreedAt ?? goal.agreedAt) : null;
    if (agreedAt !== null && agreedAt <= tx.now - CONSENT_KEPT_MS) return "too-late";
    return (await isHomeless(tx, goal)) ? "gone" : null;
  },
  beside: (tx, move) => moveOffers(tx, move),
  async confidentialTo(_tx, { step, now, goal }) {
    const isConfidential = [now, goal].some((row) => row?.["confidentiality"] === "coordinator");
    return isConfidential ? step.organisationId : null;
  },
  async afterwards(tx, { step, now, goal }) {
    if (!now || !goal || now["state"] === goal["state"]) return;
    const { projectId, organisationId } = step;
    if (projectId === null) return;
    const member = organisationId === null ? [] : await peopleOf(tx, [organisationId]);
    const to = [...member, ...(await coordinatorsOf(tx, projectId))];
    const kind = goal["state"] === "agreed" ? "agreed" : "offer";
    await notify(tx, { kind, to, projectId, entity: "contribution", entityId: step.entityId });
  },
};

function mayDo(membership: Membership, from: LineRow | null, to: LineRow | null): boolean {
  if (!from) return to !== null && to.state !== "agreed" && mayProposeContribution(membership, to.participantId);
  if (!to) return false;
  if (changesOnly(from, to, ["costCategory"])) return mayCategorise(membership, from);
  if (from.confidentiality !== to.confidentiality) return maySetConfidentiality(membership, from);
  // The coordinator changed or took back its own agreed line, alone on both sides.
  if (from.state === "agreed" && to.state !== "countered" && to.state !== "proposed")
    return isBothSides(membership, from) && mayProposeAmendment(membership, from, false);
  if (from.state === to.state) return mayReviseContribution(membership, from);
  if (to.state === "agreed") return mayAgreeContribution(membership, from);
  if (to.state === "withdrawn") return mayWithdrawContribution(membership, from);
  const isOpen = from.state === "proposed" || from.state === "countered";
  return isOpen && mayCounterContribution(membership, from);
}

/** Whether a report, a proposed change or talk refers to the line. */
async function isBuiltOn(tx: Tx, id: string): Promise<boolean> {
  for (const table of [updates, amendments, comments]) {
    const rows = await tx.select({ id: table.id }).from(table).where(eq(table.contributionId, id)).limit(1);
    if (rows.length > 0) return true;
  }
  return false;
}

async function isHomeless(tx: Tx, { streamId, participantId }: LineRow): Promise<boolean> {
  const [member] = await tx
    .select({ id: participants.id })
    .from(participants)
    .where(eq(participants.id, participantId));
  const [stream] = streamId === null ? [true] : await tx.select().from(streams).where(eq(streams.id, streamId));
  return !member || !stream;
}

/** The offer an act made goes with it and comes back with it; the record of the line carries it in the meantime. */
async function moveOffers(tx: Tx, move: UndoMove): Promise<Beside | null> {
  const { step } = move;
  const kept = step.before?.["offers"] as Offer[] | null | undefined;
  if (kept) {
    await tx.insert(offers).values(kept);
    return { before: {}, after: { offers: kept } };
  }
  const made = await offersOf(tx, move);
  if (made.length === 0) return null;
  const ids = made.map(({ id }) => id);
  await tx.delete(offers).where(inArray(offers.id, ids));
  return { before: { offers: made }, after: {} };
}

/** The offers the act made: all of a new line, the last one when it changed figures or answered. */
async function offersOf(tx: Tx, { step, now, goal }: UndoMove): Promise<Offer[]> {
  const ofLine = await tx
    .select()
    .from(offers)
    .where(eq(offers.contributionId, step.entityId))
    .orderBy(desc(offers.number));
  if (goal === null) return ofLine;
  const states = new Set<unknown>([now?.["state"], goal["state"]]);
  const isAnswer = states.has("proposed") && states.has("countered");
  return isAnswer || changesAny(now, goal, figures) ? ofLine.slice(0, 1) : [];
}
