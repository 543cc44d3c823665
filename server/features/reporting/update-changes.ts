import { and, eq, exists, isNull, sql } from "drizzle-orm";

import { Fault, notFound, stale } from "#shared/fault.ts";
import { maySeeContribution } from "#shared/features/contributions/contribution-policy.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { maySeeReviewNote, maySeeUpdate } from "#shared/features/reporting/update-policy.ts";
import type { Report, UpdateResult } from "#shared/features/reporting/update.ts";

import type { ReadDb, Tx } from "#server/db/database.ts";
import { placeholdersFor, prepared, preparedWrite } from "#server/db/prepare.ts";
import { contributions, participants, periods, updates } from "#server/db/schema/index.ts";
import { asHandedIn } from "#server/features/contributions/handed-in-queries.ts";
import { loadMembership, type Membership } from "#server/features/members/membership.ts";

import { tellOfReport } from "./report-news-service.ts";

export type UpdateDbRow = typeof updates.$inferSelect;
type LineDbRow = typeof contributions.$inferSelect;

/** A report as services work on it, with its line, whose it is and where the person stands. */
export type OpenedUpdate = {
  update: UpdateDbRow;
  line: LineDbRow;
  ownerId: string;
  periodLocked: boolean;
  dueOn: string;
  membership: Membership;
};

const updateById = prepared("update_by_id", (db) =>
  db
    .select({
      update: updates,
      line: contributions,
      ownerId: participants.organisationId,
      lockedAt: periods.lockedAt,
      dueOn: periods.dueOn,
    })
    .from(updates)
    .innerJoin(contributions, eq(contributions.id, updates.contributionId))
    .innerJoin(participants, eq(participants.id, updates.participantId))
    .innerJoin(periods, eq(periods.id, updates.periodId))
    .where(eq(updates.id, sql.placeholder("id"))),
);

/** Loads a report for a write. Faults: NOT_FOUND, alike for an unknown, a foreign, a confidential one and a foreign draft. */
export async function openUpdate(db: ReadDb, person: Person, id: string): Promise<OpenedUpdate> {
  const [found] = await updateById(db, { id });
  if (!found) throw notFound();
  const membership = await loadMembership(db, person, found.update.projectId);
  if (!maySeeContribution(membership, found.line) || !maySeeUpdate(membership, found.update)) throw notFound();
  const { lockedAt, ...opened } = found;
  return { ...opened, periodLocked: lockedAt !== null, membership };
}

/** What a report says, alone. */
export function reportOf(row: UpdateDbRow): Report {
  const { deliveredPmHundredths, deliveredQuantity, deliveredCents, progressBp, text, lateReason } = row;
  const { remainingPmHundredths, remainingQuantity, remainingCents } = row;
  return {
    deliveredPmHundredths,
    deliveredQuantity,
    deliveredCents,
    remainingPmHundredths,
    remainingQuantity,
    remainingCents,
    progressBp,
    text,
    lateReason,
  };
}

/** What the page of a stale write compares with: the report as it stands now. */
export function presentUpdate(row: UpdateDbRow) {
  const { id, version, state, reviewNote, updatedAt } = row;
  return { id, version, state, reviewNote, updatedAt, ...reportOf(row) };
}

/** Throws STALE with the report as it stands now unless the caller saw this very version. */
export async function demandUpdateVersion(db: ReadDb, opened: OpenedUpdate, version: number): Promise<void> {
  const { update, membership } = opened;
  if (update.version === version) return;
  const [present = update] = await asHandedIn(db, membership, [update]);
  throw stale(presentUpdate({ ...present, reviewNote: maySeeReviewNote(membership, update) ? update.reviewNote : "" }));
}

/** The refusal of a locked period. */
export function periodLocked(): Fault {
  return new Fault("CONFLICT", "PERIOD_LOCKED", { message: "The period is closed; it takes nothing any more." });
}

// What a report is about never changes; all the rest is written each time, from the row its version vouches for.
const rewriteUpdate = preparedWrite("update_rewrite", (db) =>
  db
    .update(updates)
    .set(
      placeholdersFor(updates, [
        "state",
        "deliveredPmHundredths",
        "deliveredQuantity",
        "deliveredCents",
        "remainingPmHundredths",
        "remainingQuantity",
        "remainingCents",
        "progressBp",
        "text",
        "lateReason",
        "reviewNote",
        "submittedAt",
        "submittedById",
        "reviewedAt",
        "reviewedById",
        "version",
        "updatedAt",
      ]),
    )
    .where(
      and(
        eq(updates.id, sql.placeholder("id")),
        eq(updates.version, sql.placeholder("versionBefore")),
        eq(updates.state, sql.placeholder("stateBefore")),
        exists(
          db
            .select({ one: sql`1` })
            .from(periods)
            .where(and(eq(periods.id, updates.periodId), isNull(periods.lockedAt))),
        ),
      ),
    )
    .returning(),
);

/**
 * Writes fields of a report in one statement bound to its version, its state and an open period, so that a locked
 * period takes nothing and an accepted report never changes. Faults: PERIOD_LOCKED, STALE.
 */
export async function writeUpdate(tx: Tx, before: UpdateDbRow, fields: Partial<UpdateDbRow>): Promise<UpdateDbRow> {
  const row = { ...before, ...fields, version: before.version + 1, updatedAt: tx.now };
  const bound = { id: before.id, versionBefore: before.version, stateBefore: before.state };
  const [after] = await rewriteUpdate(tx, { ...row, ...bound });
  if (after) return after;
  const [period] = await tx.select({ lockedAt: periods.lockedAt }).from(periods).where(eq(periods.id, before.periodId));
  throw period?.lockedAt ? periodLocked() : stale(presentUpdate(before));
}

type UpdateChange = {
  opened: Pick<OpenedUpdate, "line" | "ownerId">;
  action: string;
  before: Record<string, unknown> | null;
  after: UpdateDbRow;
  isDraft?: boolean;
  /** For the member and the coordinator alone. */
  isTalk?: boolean;
};

/** Records a change of a report and tells whom it concerns; it is confidential to the owner when the line is, or what happened is not for the others. */
export async function recordUpdate(
  tx: Tx,
  { opened, action, before, after, isDraft = false, isTalk = false }: UpdateChange,
): Promise<void> {
  const isConfidential = isDraft || isTalk || opened.line.confidentiality === "coordinator";
  await tx.record({
    entity: "update",
    entityId: after.id,
    action,
    projectId: after.projectId,
    organisationId: opened.ownerId,
    confidentialTo: isConfidential ? opened.ownerId : null,
    before,
    // What a draft says is the member's own until it is handed in: the history knows only that it was saved.
    after: isDraft ? { savedAt: after.updatedAt } : after,
  });
  await tellOfReport(tx, { action, ownerId: opened.ownerId, report: after });
}

/** What a write of a report answers. */
export function resultOf({ id, version, state, updatedAt }: UpdateDbRow): UpdateResult {
  return { id, version, state, updatedAt };
}
