import { notFound } from "#shared/fault.ts";
import { scaleTerms } from "#shared/features/contributions/amendment-rules.ts";
import type {
  AgreeManyAmendmentsInput,
  DeclineManyAmendmentsInput,
  ProposeManyAmendmentsInput,
} from "#shared/features/contributions/amendment.ts";
import type { ItemResults, LineRef } from "#shared/features/contributions/contribution.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { Tx } from "#server/db/database.ts";
import { amendments, contributions } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";
import { coordinates } from "#shared/features/members/standing.ts";
import { and, eq } from "drizzle-orm";

import { type AmendmentDeed, agreeQuietly, declineQuietly, proposeQuietly } from "./amendment-service.ts";
import { type LineNews, tellOtherSide } from "./line-news-service.ts";
import { termsOf } from "./line-queries.ts";
import { eachItem } from "./offer-service.ts";

/** Agrees to many open changes of one project, each judged by itself. Faults: NOTHING_DONE with the results when none could be. */
export function agreeManyAmendments(tx: Tx, person: Person, input: AgreeManyAmendmentsInput): Promise<ItemResults> {
  return eachAmendment(tx, input, (ref) => agreeQuietly(tx, person, ref));
}

/** Declines many open changes for the same reason, each judged by itself. Faults: NOTHING_DONE. */
export function declineManyAmendments(tx: Tx, person: Person, input: DeclineManyAmendmentsInput): Promise<ItemResults> {
  return eachAmendment(tx, input, (ref) => declineQuietly(tx, person, { ...ref, reason: input.reason }));
}

/**
 * Proposes the same percentage change of value and effort for many agreed lines, by the coordinator; exact by
 * `scaleTerms`, so that each line gets what its preview showed. Faults: NOT_FOUND, FORBIDDEN, NOTHING_DONE.
 */
export async function proposeManyAmendments(
  tx: Tx,
  person: Person,
  input: ProposeManyAmendmentsInput,
): Promise<ItemResults> {
  const { projectId, changeBp, reason } = input;
  const news: LineNews[] = [];
  const results = await eachItem(input.lines, async ({ id, version }) => {
    demand(coordinates(await loadMembership(tx, person, projectId)));
    const here = and(eq(contributions.id, id), eq(contributions.projectId, projectId));
    const [line] = await tx.select().from(contributions).where(here);
    if (!line) throw notFound();
    const terms = scaleTerms(termsOf(line), changeBp);
    news.push(...(await proposeQuietly(tx, person, { contributionId: id, version, terms, reason })).news);
  });
  await tellOtherSide(tx, news);
  return results;
}

async function eachAmendment(
  tx: Tx,
  input: AgreeManyAmendmentsInput,
  act: (ref: LineRef) => Promise<AmendmentDeed>,
): Promise<ItemResults> {
  const news: LineNews[] = [];
  const results = await eachItem(input.amendments, async (ref) => {
    const here = and(eq(amendments.id, ref.id), eq(amendments.projectId, input.projectId));
    if ((await tx.$count(amendments, here)) === 0) throw notFound();
    news.push(...(await act(ref)).news);
  });
  await tellOtherSide(tx, news);
  return results;
}
