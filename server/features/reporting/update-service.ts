import { and, eq, sql } from "drizzle-orm";

import { Fault, type FaultField, notFound, stale } from "#shared/fault.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { needsLateReason } from "#shared/features/reporting/request-rules.ts";
import { mayReport, mayWriteUpdate } from "#shared/features/reporting/update-policy.ts";
import { reportFaults, unusedReportFields } from "#shared/features/reporting/update-rules.ts";
import type { SaveUpdateInput, UpdateRef, UpdateRefs, UpdateResult } from "#shared/features/reporting/update.ts";
import type { ItemResults } from "#shared/features/contributions/contribution.ts";

import type { Tx } from "#server/db/database.ts";
import { prepared } from "#server/db/prepare.ts";
import { periods, updates } from "#server/db/schema/index.ts";
import { blankReport } from "#server/features/contributions/handed-in-queries.ts";
import { openLine, type OpenedLine } from "#server/features/contributions/line-queries.ts";
import { eachItem } from "#server/features/contributions/offer-service.ts";
import { demand } from "#server/features/members/membership.ts";

import { handInAttachments } from "./attachment-service.ts";
import { loadRequestSettings } from "./request-settings-queries.ts";
import {
  demandUpdateVersion,
  type OpenedUpdate,
  openUpdate,
  periodLocked,
  presentUpdate,
  recordUpdate,
  reportOf,
  resultOf,
  type UpdateDbRow,
  writeUpdate,
} from "./update-changes.ts";

const periodById = prepared("update_period", (db) =>
  db
    .select({ id: periods.id, lockedAt: periods.lockedAt })
    .from(periods)
    .where(and(eq(periods.id, sql.placeholder("periodId")), eq(periods.projectId, sql.placeholder("projectId")))),
);

const updateOfPair = prepared("update_of_pair", (db) =>
  db
    .select()
    .from(updates)
    .where(
      and(
        eq(updates.contributionId, sql.placeholder("contributionId")),
        eq(updates.periodId, sql.placeholder("periodId")),
      ),
    ),
);

/**
 * Saves the changed fields of the report of an own, agreed line for a period; the first save makes the draft. A
 * returned report stays returned until it is handed in again. Faults: NOT_FOUND, FORBIDDEN, NOT_AGREED,
 * PERIOD_LOCKED, STALE (also when somebody else began the report), BAD_REQUEST.
 */
export async function saveUpdate(tx: Tx, person: Person, input: SaveUpdateInput): Promise<UpdateResult> {
  const opened = await openLine(tx, person, input.contributionId);
  const { line, membership } = opened;
  const [period] = await periodById(tx, { periodId: input.periodId, projectId: line.projectId });
  if (!period) throw notFound();
  demand(mayReport(membership, line));
  if (line.state !== "agreed") throw new Fault("CONFLICT", "NOT_AGREED");
  const fields = unusedReportFields(line.kind, input.patch);
  if (fields.length > 0) throw new Fault("BAD_REQUEST", "INPUT", { fields });
  const before = await beginUpdate(tx, opened, input);
  if (period.lockedAt !== null) throw periodLocked();
  if (before.state !== "draft" && before.state !== "returned") throw stale(presentUpdate(before));
  const after = await writeUpdate(tx, before, input.patch);
  await recordUpdate(tx, { opened, action: "saved", before: { savedAt: before.updatedAt }, after, isDraft: true });
  return resultOf(after);
}

/** The saved report the caller has seen, or a fresh draft when there is none and the caller expects none. */
async function beginUpdate(tx: Tx, { line }: OpenedLine, input: SaveUpdateInput): Promise<UpdateDbRow> {
  if (input.version === null) {
    const [made] = await tx
      .insert(updates)
      .values({
        id: tx.id(),
        projectId: line.projectId,
        contributionId: line.id,
        periodId: input.periodId,
        participantId: line.participantId,
        state: "draft",
        version: 0,
        createdAt: tx.now,
        updatedAt: tx.now,
      })
      .onConflictDoNothing()
      .returning();
    if (made) return made;
  }
  const [found] = await updateOfPair(tx, { contributionId: line.id, periodId: input.periodId });
  if (!found) throw notFound();
  if (found.version !== input.version) throw stale(presentUpdate(found));
  return found;
}

/**
 * Hands a draft or returned report in for review; after the due day with a reason. Faults: NOT_FOUND, FORBIDDEN,
 * PERIOD_LOCKED, STALE, BAD_REQUEST with the fields that are missing (LATE_REASON among them).
 */
export async function submitUpdate(tx: Tx, person: Person, input: UpdateRef): Promise<UpdateResult> {
  const opened = await openUpdate(tx, person, input.id);
  const { update, line, membership } = opened;
  await demandUpdateVersion(tx, opened, input.version);
  if (opened.periodLocked) throw periodLocked();
  demand(mayWriteUpdate(membership, { ...update, periodLocked: false }));
  const fields = [...reportFaults(line.kind, reportOf(update)), ...(await lateFaults(tx, opened))];
  if (fields.length > 0) throw new Fault("BAD_REQUEST", "INPUT", { fields });
  const after = await writeUpdate(tx, update, {
    state: "submitted",
    submittedAt: tx.now,
    submittedById: person.userId,
  });
  // The record tells what was handed in, not what came before: drafts and what was returned are not for everybody.
  await recordUpdate(tx, {
    opened,
    action: "submitted",
    before: { ...after, ...blankReport, state: "draft", submittedAt: null },
    after,
  });
  await handInAttachments(tx, opened);
  return resultOf(after);
}

/** The refusal of a late report without a reason; the due day is over when it is over in the project's zone. */
async function lateFaults(tx: Tx, { update, dueOn }: OpenedUpdate): Promise<FaultField[]> {
  if (update.lateReason.trim() !== "") return [];
  const { timeZone } = await loadRequestSettings(tx, update.projectId);
  return needsLateReason(update, dueOn, tx.now, timeZone) ? [{ path: "lateReason", appCode: "LATE_REASON" }] : [];
}

/** Hands in many reports of a project, each judged by itself. Faults: NOTHING_DONE with the results when all were refused. */
export async function submitManyUpdates(tx: Tx, person: Person, input: UpdateRefs): Promise<ItemResults> {
  return eachItem(input.updates, async (ref) => {
    const { update } = await openUpdate(tx, person, ref.id);
    if (update.projectId !== input.projectId) throw notFound();
    await submitUpdate(tx, person, ref);
  });
}
