import { and, eq, isNull, lt, sql } from "drizzle-orm";

import { Fault, stale } from "#shared/fault.ts";
import { attachmentLimits } from "#shared/features/reporting/attachment-words.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import type { HousekeepingTx, ReadDb, Tx } from "#server/db/database.ts";
import { sumOf } from "#server/db/order.ts";
import { attachments } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";
import { type OpenedUpdate, openUpdate, periodLocked } from "./update-changes.ts";

import { type AttachmentRow, mayAttach, openAttachment } from "./attachment-queries.ts";

/** How long the bytes of a removed file stay, in ms. */
const keptMs = 30 * 24 * 3_600_000;

/** A file that lies in the store and waits for its row. */
export type StoredEvidence = Pick<AttachmentRow, "fileKey" | "fileName" | "mediaType" | "bytes" | "sha256">;

/** May evidence be added to this report now? Asked before a file is taken in. Faults: NOT_FOUND, FORBIDDEN, PERIOD_LOCKED. */
export async function demandAttachable(db: ReadDb, person: Person, updateId: string) {
  const opened = await openUpdate(db, person, updateId);
  if (opened.periodLocked) throw periodLocked();
  demand(mayAttach(opened));
  return opened;
}

/**
 * Adds stored files to a report that is being written; those whose very bytes hang there already under the same name are
 * answered, not added. Faults: NOT_FOUND, FORBIDDEN, PERIOD_LOCKED, QUOTA (2 GB for each member), TOO_MANY_FILES.
 */
export async function attachEvidence(
  tx: Tx,
  person: Person,
  input: { updateId: string; files: readonly StoredEvidence[] },
): Promise<AttachmentRow[]> {
  const opened = await demandAttachable(tx, person, input.updateId);
  const present = await tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.updateId, input.updateId), isNull(attachments.removedAt)));
  const known = (file: StoredEvidence) =>
    present.find((each) => each.sha256 === file.sha256 && each.fileName === file.fileName);
  const added = input.files.filter((file) => !known(file));
  if (present.length + added.length > attachmentLimits.perReport) throw tooManyFiles();
  await demandQuota(tx, opened.ownerId, added);
  const rows: AttachmentRow[] = [];
  for (const file of input.files) {
    const row = known(file) ?? (await insertFile(tx, person, opened, file));
    await recordDraft(tx, row, "created", known(file));
    rows.push(row);
  }
  return rows;
}

async function insertFile(
  tx: Tx,
  person: Person,
  { update, ownerId }: OpenedUpdate,
  file: StoredEvidence,
): Promise<AttachmentRow> {
  const row: AttachmentRow = {
    id: tx.id(),
    projectId: update.projectId,
    updateId: update.id,
    organisationId: ownerId,
    ...file,
    byUserId: person.userId,
    handedInAt: null,
    damagedAt: null,
    removedAt: null,
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  await tx.insert(attachments).values(row);
  return row;
}

async function demandQuota(tx: Tx, organisationId: string, added: readonly StoredEvidence[]): Promise<void> {
  const [used] = await tx
    .select({ bytes: sumOf(attachments.bytes) })
    .from(attachments)
    .where(eq(attachments.organisationId, organisationId));
  const bytes = (used?.bytes ?? 0) + added.reduce((sum, file) => sum + file.bytes, 0);
  if (bytes <= attachmentLimits.bytesPerMember) return;
  const message = "The files of this organisation have reached 2 GB. Remove some first.";
  throw new Fault("CONFLICT", "QUOTA", { message });
}

function tooManyFiles(): Fault {
  const count = attachmentLimits.perReport;
  return new Fault("CONFLICT", "TOO_MANY_FILES", {
    message: `A report has at most ${count} files.`,
    params: { count },
  });
}

/** Takes a file off a report that is being written; its bytes stay for 30 days. Faults: NOT_FOUND, FORBIDDEN, PERIOD_LOCKED, STALE. */
export async function removeAttachment(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const found = await openAttachment(tx, person, input.id);
  return await changeFile(tx, found, input.version, "removed", { removedAt: tx.now });
}

/** Puts a removed file back while its report may be written. Faults: NOT_FOUND, FORBIDDEN, PERIOD_LOCKED, STALE. */
export async function restoreAttachment(tx: Tx, person: Person, input: VersionedInput): Promise<Written> {
  const found = await openAttachment(tx, person, input.id, { removed: true });
  return await changeFile(tx, found, input.version, "restored", { removedAt: null });
}

async function changeFile(
  tx: Tx,
  { file, opened }: { file: AttachmentRow; opened: OpenedUpdate },
  version: number,
  action: string,
  fields: Partial<AttachmentRow>,
): Promise<Written> {
  if (opened.periodLocked) throw periodLocked();
  demand(mayAttach(opened));
  const [after] = await tx
    .update(attachments)
    .set({ ...fields, version: version + 1, updatedAt: tx.now })
    .where(and(eq(attachments.id, file.id), eq(attachments.version, version)))
    .returning();
  if (!after) throw stale({ id: file.id, version: file.version });
  await recordDraft(tx, after, action);
  return { id: after.id, version: after.version };
}

/** Hands in the evidence of a report together with it, and tells the history what was handed in. */
export async function handInAttachments(tx: Tx, { update, line, ownerId }: OpenedUpdate): Promise<void> {
  const rows = await tx
    .update(attachments)
    .set({ handedInAt: tx.now, version: sql`${attachments.version} + 1`, updatedAt: tx.now })
    .where(and(eq(attachments.updateId, update.id), isNull(attachments.removedAt), isNull(attachments.handedInAt)))
    .returning();
  for (const { id, fileName, mediaType, bytes, sha256, handedInAt } of rows)
    await tx.record({
      entity: "attachment",
      entityId: id,
      action: "submitted",
      projectId: update.projectId,
      organisationId: ownerId,
      confidentialTo: line.confidentiality === "coordinator" ? ownerId : null,
      before: { handedInAt: null },
      after: { fileName, mediaType, bytes, sha256, handedInAt },
    });
}

// Evidence of a report that is not handed in is the member's own: the history knows only that something happened.
async function recordDraft(tx: Tx, row: AttachmentRow, action: string, before?: AttachmentRow): Promise<void> {
  await tx.record({
    entity: "attachment",
    entityId: row.id,
    action,
    projectId: row.projectId,
    organisationId: row.organisationId,
    confidentialTo: row.organisationId,
    before: { changedAt: before?.updatedAt ?? null },
    after: { changedAt: row.updatedAt },
  });
}

/** Marks a file whose bytes are gone; its row stays, so that everybody sees what is missing. */
export async function noteLostFile(tx: HousekeepingTx, id: string): Promise<void> {
  await tx.update(attachments).set({ damagedAt: tx.now }).where(eq(attachments.id, id));
}

/** Forgets files removed more than 30 days ago; gives the keys of the bytes that may go now. */
export async function forgetRemovedFiles(tx: HousekeepingTx): Promise<string[]> {
  const rows = await tx
    .delete(attachments)
    .where(lt(attachments.removedAt, tx.now - keptMs))
    .returning({ fileKey: attachments.fileKey });
  return rows.map(({ fileKey }) => fileKey);
}
