import { and, eq } from "drizzle-orm";

import { stale } from "#shared/fault.ts";
import type { AmendmentResult } from "#shared/features/contributions/amendment.ts";
import { offerSideOf } from "#shared/features/contributions/contribution-policy.ts";
import type { Terms } from "#shared/features/contributions/contribution.ts";
import { noTerms } from "#shared/features/contributions/contribution-rules.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { Tx } from "#server/db/database.ts";
import { freshRow } from "#server/db/fresh-row.ts";
import { amendments } from "#server/db/schema/index.ts";

import type { AmendmentRow, OpenedAmendment } from "./amendment-queries.ts";
import type { OpenedLine } from "./line-queries.ts";

/** What a write about a proposed change answers. */
export function resultOf({ id, version, state, contributionId }: AmendmentRow): AmendmentResult {
  return { id, version, state, contributionId };
}

/** Throws STALE with the change as it stands now unless the caller saw this very version. */
export function demandSeen(amendment: AmendmentRow, version: number): void {
  if (amendment.version !== version) throw stale(resultOf(amendment));
}

/** Keeps a proposed change as the open one of its line; without terms it takes the line back. */
export async function insertAmendment(
  tx: Tx,
  opened: OpenedLine,
  { terms, reason }: { terms: Terms | null; reason: string },
): Promise<AmendmentRow> {
  const { line, membership } = opened;
  const side = offerSideOf(membership, line.participantId) ?? "member";
  const [row] = await tx
    .insert(amendments)
    .values({
      ...freshRow(tx),
      projectId: line.projectId,
      contributionId: line.id,
      number: (await tx.$count(amendments, eq(amendments.contributionId, line.id))) + 1,
      side,
      kind: terms === null ? "withdrawal" : "change",
      ...(terms ?? noTerms),
      reason,
      state: "open",
      byUserId: tx.actor.userId,
      byOrganisationId: tx.actor.actingForId,
    })
    .returning();
  if (!row) throw new Error("the insert returned no row");
  await recordAmendment(tx, opened, "created", null, row);
  return row;
}

/** Ends an open change in one statement bound to its version and state, and records it; `settled`: agreed by both sides at once. Faults: STALE. */
export async function closeAmendment(
  tx: Tx,
  person: Person,
  { amendment, opened }: OpenedAmendment,
  ending: "agreed" | "settled" | "countered" | "declined" | "withdrawn",
  answer = "",
): Promise<AmendmentRow> {
  const state = ending === "settled" ? "agreed" : ending;
  const [after] = await tx
    .update(amendments)
    .set({
      state,
      answer,
      answeredAt: tx.now,
      answeredById: person.userId,
      version: amendment.version + 1,
      updatedAt: tx.now,
    })
    .where(
      and(eq(amendments.id, amendment.id), eq(amendments.version, amendment.version), eq(amendments.state, "open")),
    )
    .returning();
  if (!after) throw stale(resultOf(amendment));
  await recordAmendment(tx, opened, ending, amendment, after);
  return after;
}

/** Gives an open change other figures in one statement bound to its version and state, and records it. Faults: STALE. */
export async function changeOpenAmendment(
  tx: Tx,
  { amendment, opened }: OpenedAmendment,
  terms: Terms | null,
): Promise<AmendmentRow> {
  const [after] = await tx
    .update(amendments)
    .set({
      kind: terms === null ? "withdrawal" : "change",
      ...(terms ?? noTerms),
      version: amendment.version + 1,
      updatedAt: tx.now,
    })
    .where(
      and(eq(amendments.id, amendment.id), eq(amendments.version, amendment.version), eq(amendments.state, "open")),
    )
    .returning();
  if (!after) throw stale(resultOf(amendment));
  await recordAmendment(tx, opened, "updated", amendment, after);
  return after;
}

/** Filed under the line it is about, so that whoever may not see the line, now or later, does not see its changes either. */
async function recordAmendment(
  tx: Tx,
  { line, ownerId }: OpenedLine,
  action: string,
  before: AmendmentRow | null,
  after: AmendmentRow,
): Promise<void> {
  await tx.record({
    entity: "amendment",
    entityId: line.id,
    action,
    projectId: line.projectId,
    organisationId: ownerId,
    confidentialTo: line.confidentiality === "coordinator" ? ownerId : null,
    before,
    after,
  });
}
