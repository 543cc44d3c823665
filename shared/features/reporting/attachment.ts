import { z } from "zod";

import { instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { versionedSchema } from "../../versions.ts";

/** A file handed in with a report as evidence. */
export const attachmentSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  /** SHA-256 of the stored bytes, hex. */
  sha256: z.string(),
  byName: z.string().nullable(),
  createdAt: instantSchema,
  /** Null: not handed in with its report yet; only its member sees it. */
  handedInAt: instantSchema.nullable(),
  /** The bytes are lost or altered on the server. */
  isDamaged: z.boolean(),
  /** Can be shown within the page. */
  isImage: z.boolean(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const listAttachmentsSchema = z.strictObject({ updateId: idSchema });
export type ListAttachmentsInput = z.infer<typeof listAttachmentsSchema>;

export const attachmentListSchema = z.strictObject({
  rows: z.array(attachmentSchema),
  may: z.strictObject({ add: z.boolean() }),
  /** Largest file this installation takes. */
  maxBytes: z.int(),
});
export type AttachmentList = z.infer<typeof attachmentListSchema>;

export const removeAttachmentSchema = versionedSchema;
export const restoreAttachmentSchema = versionedSchema;
