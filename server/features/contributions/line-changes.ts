import { and, eq } from "drizzle-orm";

import { Fault, stale } from "#shared/fault.ts";
import { termsFaults } from "#shared/features/contributions/contribution-rules.ts";
import type { LineResult, Terms } from "#shared/features/contributions/contribution.ts";
import type { ContributionKind, OfferSide } from "#shared/features/contributions/contribution-words.ts";

import type { Tx } from "#server/db/database.ts";
import { contributions, offers } from "#server/db/schema/index.ts";

import { type LineRow, type OpenedLine, presentLine } from "./line-queries.ts";

/** Throws BAD_REQUEST with every refused field when the terms do not fit the kind or the project's months. */
export function demandTerms(kind: ContributionKind, terms: Terms, durationMonths: number | null): void {
  const fields = termsFaults(kind, terms, durationMonths);
  if (fields.length > 0) throw new Fault("BAD_REQUEST", "INPUT", { fields });
}

/** Throws STALE with the line as it stands now unless the caller saw this very version. */
export function demandVersion(line: LineRow, version: number): void {
  if (line.version !== version) throw stale(presentLine(line));
}

type Author = { userId: string | null; organisationId: string | null };

/** Keeps an offer under the next number of its line, made by the actor unless somebody else is named. */
export async function addOffer(
  tx: Tx,
  contributionId: string,
  number: number,
  offer: { side: OfferSide; terms: Terms; reason: string; by?: Author },
): Promise<void> {
  const by = offer.by ?? { userId: tx.actor.userId, organisationId: tx.actor.actingForId };
  await tx.insert(offers).values({
    id: tx.id(),
    contributionId,
    number,
    side: offer.side,
    ...offer.terms,
    reason: offer.reason,
    byUserId: by.userId,
    byOrganisationId: by.organisationId,
    at: tx.now,
  });
}

/** The number the next offer about a line gets. */
export async function nextOfferNumber(tx: Tx, contributionId: string): Promise<number> {
  return (await tx.$count(offers, eq(offers.contributionId, contributionId))) + 1;
}

/**
 * Writes fields of an opened line in one statement bound to its version and state, and records the change; the
 * record is confidential to the owner when the line is, before or after. Faults: STALE.
 */
export async function changeLine(
  tx: Tx,
  opened: OpenedLine,
  action: string,
  fields: Partial<LineRow>,
): Promise<LineResult> {
  const { line, ownerId } = opened;
  const [after] = await tx
    .update(contributions)
    .set({ ...fields, version: line.version + 1, updatedAt: tx.now })
    .where(
      and(eq(contributions.id, line.id), eq(contributions.version, line.version), eq(contributions.state, line.state)),
    )
    .returning();
  if (!after) throw stale(presentLine(line));
  await recordLine(tx, { ownerId, action, before: line, after });
  return { id: after.id, version: after.version, state: after.state };
}

/** Records a change of a line for its project and owner. */
export async function recordLine(
  tx: Tx,
  change: { ownerId: string; action: string; before: LineRow | null; after: LineRow },
): Promise<void> {
  const { ownerId, action, before, after } = change;
  const isConfidential = after.confidentiality === "coordinator" || before?.confidentiality === "coordinator";
  await tx.record({
    entity: "contribution",
    entityId: after.id,
    action,
    projectId: after.projectId,
    organisationId: ownerId,
    confidentialTo: isConfidential ? ownerId : null,
    before,
    after,
  });
}
