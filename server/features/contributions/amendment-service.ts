import { Fault, invalid } from "#shared/fault.ts";
import {
  isBothSides,
  mayAnswerAmendment,
  mayCounterAmendment,
  mayProposeAmendment,
  mayWithdrawAmendment,
} from "#shared/features/contributions/amendment-policy.ts";
import { compareTerms } from "#shared/features/contributions/amendment-rules.ts";
import type {
  AmendmentResult,
  CounterAmendmentInput,
  DeclineAmendmentInput,
  ProposeAmendmentInput,
} from "#shared/features/contributions/amendment.ts";
import type { Terms } from "#shared/features/contributions/contribution.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { VersionedInput } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { demand } from "#server/features/members/membership.ts";

import { changeOpenAmendment, closeAmendment, demandSeen, insertAmendment, resultOf } from "./amendment-changes.ts";
import { type AmendmentRow, openAmendment, type OpenedAmendment, openAmendmentOf } from "./amendment-queries.ts";
import { addOffer, changeLine, demandTerms, demandVersion, nextOfferNumber } from "./line-changes.ts";
import { type LineNews, tellOtherSide } from "./line-news-service.ts";
import { type OpenedLine, openLine, termsOf } from "./line-queries.ts";

/** What an act did, and what the other side has to be told of it. */
export type AmendmentDeed = { result: AmendmentResult; news: LineNews[] };

/**
 * Proposes a change of an agreed line, or (without terms) to take it back; the agreed figures stand until the other side
 * has agreed. On the coordinator's own lines it is agreed at once. Faults: NOT_FOUND, FORBIDDEN, STALE, BAD_REQUEST,
 * AMENDMENT_OPEN.
 */
export async function proposeAmendment(tx: Tx, person: Person, input: ProposeAmendmentInput): Promise<AmendmentResult> {
  return told(tx, await proposeQuietly(tx, person, input));
}

/** The same without telling anybody, for a bulk call that tells of all at once. */
export async function proposeQuietly(tx: Tx, person: Person, input: ProposeAmendmentInput): Promise<AmendmentDeed> {
  const opened = await openLine(tx, person, input.contributionId);
  const { line, membership } = opened;
  demandVersion(line, input.version);
  demand(mayProposeAmendment(membership, line, false));
  // Writers come one after the other, so that the answer still holds below; the index guards it anyway.
  if ((await openAmendmentOf(tx, line.id)) !== null) throw new Fault("CONFLICT", "AMENDMENT_OPEN");
  demandChange(opened, input.terms);
  const amendment = await insertAmendment(tx, opened, input);
  if (isBothSides(membership, line)) return settle(tx, person, { amendment, opened });
  return { result: resultOf(amendment), news: [newsOf(opened, amendment, "amendment")] };
}

/**
 * Answers an open change with other figures (or with taking the line back): it becomes `countered`, and an open one of
 * this side takes its place. Faults: NOT_FOUND, FORBIDDEN, STALE, BAD_REQUEST.
 */
export async function counterAmendment(tx: Tx, person: Person, input: CounterAmendmentInput): Promise<AmendmentResult> {
  const found = await openAmendment(tx, person, input.id);
  const { opened, amendment } = found;
  demandSeen(amendment, input.version);
  demand(mayCounterAmendment(opened.membership, opened.line, amendment));
  demandChange(opened, input.terms);
  await closeAmendment(tx, person, found, "countered");
  const counter = await insertAmendment(tx, opened, input);
  return told(tx, { result: resultOf(counter), news: [newsOf(opened, counter, "amendment")] });
}

/** Agrees to an open change: the line takes its figures, or is taken back. Faults: NOT_FOUND, FORBIDDEN, STALE, BAD_REQUEST. */
export async function agreeAmendment(tx: Tx, person: Person, input: VersionedInput): Promise<AmendmentResult> {
  return told(tx, await agreeQuietly(tx, person, input));
}

/** The same without telling anybody, for a bulk call that tells of all at once. */
export async function agreeQuietly(tx: Tx, person: Person, input: VersionedInput): Promise<AmendmentDeed> {
  const found = await openAmendment(tx, person, input.id);
  demandSeen(found.amendment, input.version);
  demand(mayAnswerAmendment(found.opened.membership, found.opened.line, found.amendment));
  return settle(tx, person, found);
}

/** Declines an open change with a reason; the line stays as agreed. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function declineAmendment(tx: Tx, person: Person, input: DeclineAmendmentInput): Promise<AmendmentResult> {
  return told(tx, await declineQuietly(tx, person, input));
}

/** The same without telling anybody, for a bulk call that tells of all at once. */
export async function declineQuietly(tx: Tx, person: Person, input: DeclineAmendmentInput): Promise<AmendmentDeed> {
  const found = await openAmendment(tx, person, input.id);
  const { opened, amendment } = found;
  demandSeen(amendment, input.version);
  demand(mayAnswerAmendment(opened.membership, opened.line, amendment));
  const closed = await closeAmendment(tx, person, found, "declined", input.reason);
  const side = amendment.side === "member" ? "coordinator" : "member";
  return { result: resultOf(closed), news: [newsOf(opened, { side }, "amendment")] };
}

/**
 * Gives an own open change other figures (or none: to take the line back) while the other side has not answered; nobody is
 * told again. Faults: NOT_FOUND, FORBIDDEN, STALE, BAD_REQUEST.
 */
export async function rewordAmendment(
  tx: Tx,
  person: Person,
  input: VersionedInput & { terms: Terms | null },
): Promise<AmendmentResult> {
  const found = await openAmendment(tx, person, input.id);
  const { opened, amendment } = found;
  demandSeen(amendment, input.version);
  demand(mayWithdrawAmendment(opened.membership, opened.line, amendment));
  demandChange(opened, input.terms);
  return resultOf(await changeOpenAmendment(tx, found, input.terms));
}

/** Takes an own open change back; the line stays as agreed. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function withdrawAmendment(tx: Tx, person: Person, input: VersionedInput): Promise<AmendmentResult> {
  const found = await openAmendment(tx, person, input.id);
  const { opened, amendment } = found;
  demandSeen(amendment, input.version);
  demand(mayWithdrawAmendment(opened.membership, opened.line, amendment));
  return resultOf(await closeAmendment(tx, person, found, "withdrawn"));
}

async function told(tx: Tx, { result, news }: AmendmentDeed): Promise<AmendmentResult> {
  await tellOtherSide(tx, news);
  return result;
}

function newsOf(opened: OpenedLine, { side }: Pick<AmendmentRow, "side">, kind: LineNews["kind"]): LineNews {
  return { kind, side, line: opened.line, ownerId: opened.ownerId };
}

function demandChange({ line, durationMonths }: OpenedLine, terms: Terms | null): void {
  if (terms === null) return;
  demandTerms(line.kind, terms, durationMonths);
  if (compareTerms(termsOf(line), terms).length === 0) throw invalid("terms", "NOTHING_CHANGED");
}

/** Both sides agree: closes the change and writes its figures, with a further offer so that the talk stays whole. */
async function settle(tx: Tx, person: Person, found: OpenedAmendment): Promise<AmendmentDeed> {
  const { opened, amendment } = found;
  const { line, membership, durationMonths } = opened;
  // Before anything is written: a refused item of a bulk call leaves nothing behind.
  if (amendment.kind === "change") demandTerms(line.kind, termsOf(amendment), durationMonths);
  // Agreed as it was proposed is called otherwise: that alone can be taken back by who did it.
  const closed = await closeAmendment(tx, person, found, isBothSides(membership, line) ? "settled" : "agreed");
  if (amendment.kind === "withdrawal") {
    await changeLine(tx, opened, "withdrawn", { state: "withdrawn" });
  } else {
    const terms = termsOf(amendment);
    await changeLine(tx, opened, "amended", terms);
    await addOffer(tx, line.id, await nextOfferNumber(tx, line.id), {
      side: amendment.side,
      terms,
      reason: amendment.reason,
      by: { userId: amendment.byUserId, organisationId: amendment.byOrganisationId },
    });
  }
  const side = amendment.side === "member" ? "coordinator" : "member";
  const news = isBothSides(membership, line) ? [] : [newsOf(opened, { side }, "agreed" as const)];
  return { result: resultOf(closed), news };
}
