import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import { shownImages } from "#shared/features/reporting/attachment-words.ts";
import type { Attachment, AttachmentList, ListAttachmentsInput } from "#shared/features/reporting/attachment.ts";
import { isItself, type Person } from "#shared/features/members/standing.ts";
import { mayWriteUpdate } from "#shared/features/reporting/update-policy.ts";

import type { ReadDb } from "#server/db/database.ts";
import { attachments, users } from "#server/db/schema/index.ts";
import { type OpenedUpdate, openUpdate } from "./update-changes.ts";

export type AttachmentRow = typeof attachments.$inferSelect;

/**
 * The evidence of a report this person may see: all of it for its member, what was handed in for the others. Faults:
 * NOT_FOUND. `maxBytes` is the installation's limit for one file.
 */
export async function listAttachments(
  db: ReadDb,
  person: Person,
  input: ListAttachmentsInput,
  maxBytes: number,
): Promise<AttachmentList> {
  const opened = await openUpdate(db, person, input.updateId);
  const rows = await db
    .select({ file: attachments, byName: users.name })
    .from(attachments)
    .leftJoin(users, eq(users.id, attachments.byUserId))
    .where(and(eq(attachments.updateId, input.updateId), isNull(attachments.removedAt), handedInOrOwn(opened)))
    .orderBy(asc(attachments.createdAt), asc(attachments.id));
  return { rows: rows.map(({ file, byName }) => viewOf(file, byName)), may: { add: mayAttach(opened) }, maxBytes };
}

/** An attachment with its report, for reading or changing it. Faults: NOT_FOUND, alike for unknown, foreign and removed ones. */
export async function openAttachment(
  db: ReadDb,
  person: Person,
  id: string,
  { removed = false } = {},
): Promise<{ file: AttachmentRow; opened: OpenedUpdate }> {
  const [file] = await db
    .select()
    .from(attachments)
    .where(and(eq(attachments.id, id), removed ? isNotNull(attachments.removedAt) : isNull(attachments.removedAt)));
  if (!file) throw notFound();
  const opened = await openUpdate(db, person, file.updateId);
  if (file.handedInAt === null && !isItself(opened.membership, opened.line.participantId)) throw notFound();
  return { file, opened };
}

/** Whether evidence of this report may be added or taken away: while its report may be written. */
export function mayAttach({ membership, update, periodLocked }: OpenedUpdate): boolean {
  return mayWriteUpdate(membership, { ...update, periodLocked });
}

function handedInOrOwn({ membership, line }: OpenedUpdate) {
  return isItself(membership, line.participantId) ? undefined : isNotNull(attachments.handedInAt);
}

/** An attachment as pages show it. */
export function viewOf(file: AttachmentRow, byName: string | null): Attachment {
  const { id, version, fileName, mediaType, bytes, sha256, createdAt, handedInAt } = file;
  return {
    id,
    version,
    fileName,
    mediaType,
    bytes,
    sha256,
    byName,
    createdAt,
    handedInAt,
    isDamaged: file.damagedAt !== null,
    isImage: shownImages.includes(mediaType),
  };
}
