import { and, eq, inArray } from "drizzle-orm";

import { invalid, notFound } from "#shared/fault.ts";
import {
  maySetConfidentiality,
  mayReviseContribution,
  offerSideOf,
} from "#shared/features/contributions/contribution-policy.ts";
import { isBothSides } from "#shared/features/contributions/amendment-policy.ts";
import type {
  ItemResults,
  LineResult,
  ProposeContributionInput,
  ReviseContributionInput,
  SetConfidentialityInput,
  SetConfidentialityManyInput,
} from "#shared/features/contributions/contribution.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { forbidden } from "#shared/fault.ts";

import type { ReadDb, Tx } from "#server/db/database.ts";
import { contributions, participants, projects, streams } from "#server/db/schema/index.ts";
import { demand, loadMembership } from "#server/features/members/membership.ts";

import { addOffer, changeLine, demandTerms, demandVersion, nextOfferNumber, recordLine } from "./line-changes.ts";
import { type LineNews, tellOtherSide } from "./line-news-service.ts";
import { openLine, termsOf } from "./line-queries.ts";
import { eachItem, openLineOf } from "./offer-service.ts";

/**
 * Puts a new line on the table with its first offer: `proposed` by the member itself, `countered` when the
 * coordinator asks a member for it, so that it waits for the member's agreement. Faults: NOT_FOUND, FORBIDDEN,
 * BAD_REQUEST (terms, stream or participant of another project).
 */
export async function proposeContribution(
  tx: Tx,
  person: Person,
  input: ProposeContributionInput,
): Promise<LineResult> {
  const { result, news } = await proposeLineQuietly(tx, person, input);
  await tellOtherSide(tx, news);
  return result;
}

/** The same without telling anybody, for a bulk call that tells of all at once. */
export async function proposeLineQuietly(
  tx: Tx,
  person: Person,
  input: ProposeContributionInput,
): Promise<{ result: LineResult; news: LineNews[] }> {
  const membership = await loadMembership(tx, person, input.projectId);
  const side = offerSideOf(membership, input.participantId);
  if (!side) throw forbidden();
  const [member] = await tx
    .select({ ownerId: participants.organisationId, durationMonths: projects.durationMonths })
    .from(participants)
    .innerJoin(projects, eq(projects.id, participants.projectId))
    .where(
      and(
        eq(participants.id, input.participantId),
        eq(participants.projectId, input.projectId),
        inArray(participants.state, ["invited", "accepted"]),
      ),
    );
  if (!member) throw notFound();
  await demandStream(tx, input.projectId, input.streamId);
  demandTerms(input.kind, input.terms, member.durationMonths);
  const { terms, ...fields } = input;
  const [line] = await tx
    .insert(contributions)
    .values({
      id: tx.id(),
      ...fields,
      ...terms,
      state: side === "member" ? "proposed" : "countered",
      agreedAt: null,
      agreedById: null,
      version: 1,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .returning();
  if (!line) throw new Error("the insert returned no row");
  await addOffer(tx, line.id, 1, { side, terms, reason: "" });
  await recordLine(tx, { ownerId: member.ownerId, action: "created", before: null, after: line });
  return {
    result: { id: line.id, version: line.version, state: line.state },
    news: isBothSides(membership, line) ? [] : [{ kind: "offer", side, line, ownerId: member.ownerId }],
  };
}

/**
 * Changes title, stream or figures of an open line, by the side whose offer stands; changed figures are kept as a
 * further offer of that side. Faults: NOT_FOUND, FORBIDDEN, STALE, BAD_REQUEST.
 */
export async function reviseContribution(tx: Tx, person: Person, input: ReviseContributionInput): Promise<LineResult> {
  const opened = await openLine(tx, person, input.id);
  const { line, membership, durationMonths } = opened;
  demandVersion(line, input.version);
  demand(mayReviseContribution(membership, line));
  const { title = line.title, streamId = line.streamId, ...patched } = input.patch;
  const terms = { ...termsOf(line), ...patched };
  await demandStream(tx, line.projectId, streamId);
  demandTerms(line.kind, terms, durationMonths);
  const result = await changeLine(tx, opened, "updated", { title, streamId, ...terms });
  const side = line.state === "proposed" ? "member" : "coordinator";
  if (Object.keys(patched).length > 0)
    await addOffer(tx, line.id, await nextOfferNumber(tx, line.id), { side, terms, reason: "" });
  return result;
}

/** Opens a line to the consortium or closes it, by its owner. Faults: NOT_FOUND, FORBIDDEN, STALE. */
export async function setConfidentiality(tx: Tx, person: Person, input: SetConfidentialityInput): Promise<LineResult> {
  const opened = await openLine(tx, person, input.id);
  demandVersion(opened.line, input.version);
  demand(maySetConfidentiality(opened.membership, opened.line));
  return changeLine(tx, opened, "updated", { confidentiality: input.confidentiality });
}

/** Opens or closes many own lines, each judged by itself. Faults: NOTHING_DONE with the results when none could be. */
export function setConfidentialityOfMany(
  tx: Tx,
  person: Person,
  input: SetConfidentialityManyInput,
): Promise<ItemResults> {
  const { projectId, confidentiality } = input;
  return eachItem(input.lines, async (ref) => {
    await openLineOf(tx, person, projectId, ref.id);
    await setConfidentiality(tx, person, { ...ref, confidentiality });
  });
}

async function demandStream(db: ReadDb, projectId: string, streamId: string | null): Promise<void> {
  if (streamId === null) return;
  const [found] = await db
    .select({ id: streams.id })
    .from(streams)
    .where(and(eq(streams.id, streamId), eq(streams.projectId, projectId)));
  if (!found) throw invalid("streamId", "NOT_VALID");
}
