import { and, eq } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import type { SavePartInput } from "#shared/features/part/part.ts";
import type { AttachmentList, ListAttachmentsInput } from "#shared/features/reporting/attachment.ts";
import { isReportedIn } from "#shared/features/reporting/update-rules.ts";
import type { UpdateRef, UpdateResult } from "#shared/features/reporting/update.ts";
import type { VersionedInput, Written } from "#shared/versions.ts";

import type { ReadDb, Tx } from "#server/db/database.ts";
import { contributions, periods, updates } from "#server/db/schema/index.ts";
import { listAttachments, openAttachment } from "#server/features/reporting/attachment-queries.ts";
import { removeAttachment } from "#server/features/reporting/attachment-service.ts";
import { saveUpdate, submitUpdate } from "#server/features/reporting/update-service.ts";

import type { OpenPart } from "./part-link-queries.ts";

/** Saves changed fields of the report of a line the link opens. Faults: NOT_FOUND for any other line; as `saveUpdate`. */
export async function savePart(tx: Tx, { link, person }: OpenPart, input: SavePartInput): Promise<UpdateResult> {
  const [line] = await tx
    .select({ fromMonth: contributions.fromMonth, toMonth: contributions.toMonth, period: periods })
    .from(contributions)
    .innerJoin(periods, eq(periods.id, link.periodId))
    .where(
      and(
        eq(contributions.id, input.contributionId),
        eq(contributions.participantId, link.participantId),
        eq(contributions.projectId, link.projectId),
      ),
    );
  if (!line || !isReportedIn(line, line.period)) throw notFound();
  return saveUpdate(tx, person, { ...input, periodId: link.periodId });
}

/** Hands in a report of the link's own part. Faults: NOT_FOUND for any other report; as `submitUpdate`. */
export async function submitPart(tx: Tx, { link, person }: OpenPart, ref: UpdateRef): Promise<UpdateResult> {
  await demandOwnUpdate(tx, link, ref.id);
  return submitUpdate(tx, person, ref);
}

/** Evidence of a report of the link's own part. Faults: NOT_FOUND for any other report. */
export async function listPartEvidence(
  db: ReadDb,
  { link, person }: OpenPart,
  input: ListAttachmentsInput,
  maxBytes: number,
): Promise<AttachmentList> {
  await demandOwnUpdate(db, link, input.updateId);
  return listAttachments(db, person, input, maxBytes);
}

/** Takes a file off a report of the link's own part. Faults: NOT_FOUND for any other file; as `removeAttachment`. */
export async function removePartEvidence(tx: Tx, { link, person }: OpenPart, input: VersionedInput): Promise<Written> {
  const { file } = await openAttachment(tx, person, input.id);
  await demandOwnUpdate(tx, link, file.updateId);
  return removeAttachment(tx, person, input);
}

/** Throws NOT_FOUND unless the report belongs to the link's own part. */
export async function demandOwnUpdate(db: ReadDb, link: OpenPart["link"], id: string): Promise<void> {
  const [update] = await db
    .select({ id: updates.id })
    .from(updates)
    .where(
      and(
        eq(updates.id, id),
        eq(updates.participantId, link.participantId),
        eq(updates.periodId, link.periodId),
        eq(updates.projectId, link.projectId),
      ),
    );
  if (!update) throw notFound();
}
