import { Fault, notFound } from "#shared/fault.ts";
import { isBothSides } from "#shared/features/contributions/amendment-policy.ts";
import {
  mayAgreeContribution,
  mayCounterContribution,
  mayWithdrawContribution,
} from "#shared/features/contributions/contribution-policy.ts";
import type {
  AgreeManyInput,
  CounterContributionInput,
  ItemResults,
  LineRef,
  LineResult,
} from "#shared/features/contributions/contribution.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { Tx } from "#server/db/database.ts";
import { demand } from "#server/features/members/membership.ts";

import { type LineNews, tellOtherSide } from "./line-news-service.ts";
import { addOffer, changeLine, demandTerms, demandVersion, nextOfferNumber } from "./line-changes.ts";
import { type OpenedLine, openLine } from "./line-queries.ts";

/**
 * Answers an open line with other figures and a reason: the coordinator's answer makes it `countered`, the member's
 * makes it `proposed` again. Faults: NOT_FOUND, FORBIDDEN, STALE, BAD_REQUEST.
 */
export async function counterContribution(
  tx: Tx,
  person: Person,
  input: CounterContributionInput,
): Promise<LineResult> {
  const { result, news } = await counterQuietly(tx, person, input);
  await tellOtherSide(tx, news);
  return result;
}

/** The same without telling anybody, for a bulk call that tells of all at once. */
export async function counterQuietly(
  tx: Tx,
  person: Person,
  input: CounterContributionInput,
): Promise<{ result: LineResult; news: LineNews[] }> {
  const opened = await openLine(tx, person, input.id);
  const { line, membership, durationMonths } = opened;
  demandVersion(line, input.version);
  demand(mayCounterContribution(membership, line));
  demandTerms(line.kind, input.terms, durationMonths);
  const side = line.state === "proposed" ? "coordinator" : "member";
  const result = await changeLine(tx, opened, "countered", {
    ...input.terms,
    state: side === "coordinator" ? "countered" : "proposed",
  });
  await addOffer(tx, line.id, await nextOfferNumber(tx, line.id), { side, terms: input.terms, reason: input.reason });
  return { result, news: [{ kind: "offer", side, line, ownerId: opened.ownerId }] };
}

/** Agrees to the standing offer; who and when is kept. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function agreeContribution(tx: Tx, person: Person, input: LineRef): Promise<LineResult> {
  const { result, news } = await agreeQuietly(tx, person, input, await openLine(tx, person, input.id));
  await tellOtherSide(tx, news);
  return result;
}

async function agreeQuietly(
  tx: Tx,
  person: Person,
  input: LineRef,
  opened: OpenedLine,
): Promise<{ result: LineResult; news: LineNews[] }> {
  const { line, membership, ownerId } = opened;
  demandVersion(line, input.version);
  demand(mayAgreeContribution(membership, line));
  const side = line.state === "proposed" ? "coordinator" : "member";
  const result = await changeLine(tx, opened, "agreed", {
    state: "agreed",
    agreedAt: tx.now,
    agreedById: person.userId,
  });
  return { result, news: isBothSides(membership, line) ? [] : [{ kind: "agreed", side, line, ownerId }] };
}

/**
 * Agrees to many standing offers in one transaction, each judged by itself: a line that moved on or is not ours to
 * agree is reported and does not stop the others. Faults: NOTHING_DONE with the results when none could be agreed.
 */
export async function agreeManyContributions(tx: Tx, person: Person, input: AgreeManyInput): Promise<ItemResults> {
  const news: LineNews[] = [];
  const results = await eachItem(input.lines, async (ref) => {
    const opened = await openLineOf(tx, person, input.projectId, ref.id);
    news.push(...(await agreeQuietly(tx, person, ref, opened)).news);
  });
  await tellOtherSide(tx, news);
  return results;
}

/** Takes many open lines off the table, each judged by itself. Faults: NOTHING_DONE with the results when none could be. */
export async function withdrawManyContributions(tx: Tx, person: Person, input: AgreeManyInput): Promise<ItemResults> {
  return eachItem(input.lines, async (ref) => {
    await openLineOf(tx, person, input.projectId, ref.id);
    await withdrawContribution(tx, person, ref);
  });
}

/** Loads a line of this very project for a write. Faults: NOT_FOUND. */
export async function openLineOf(tx: Tx, person: Person, projectId: string, id: string): Promise<OpenedLine> {
  const opened = await openLine(tx, person, id);
  if (opened.line.projectId !== projectId) throw notFound();
  return opened;
}

/** Takes an open line off the table; it stays in the ledger as withdrawn. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function withdrawContribution(tx: Tx, person: Person, input: LineRef): Promise<LineResult> {
  const opened = await openLine(tx, person, input.id);
  demandVersion(opened.line, input.version);
  demand(mayWithdrawContribution(opened.membership, opened.line));
  return changeLine(tx, opened, "withdrawn", { state: "withdrawn" });
}

/**
 * Runs one act for each item of a bulk call, one after the other. An expected refusal becomes the item's result:
 * every act checks before it writes, so a refused one leaves nothing behind. Faults: NOTHING_DONE when all were refused.
 */
export async function eachItem<Item extends { id: string }>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
): Promise<ItemResults> {
  const results: ItemResults["results"] = [];
  for (const item of items) {
    try {
      await act(item);
      results.push({ id: item.id, appCode: null });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      results.push({ id: item.id, appCode: error.appCode });
    }
  }
  const done = results.filter(({ appCode }) => appCode === null).length;
  if (done === 0) throw new Fault("CONFLICT", "NOTHING_DONE", { present: results });
  return { results, done };
}
