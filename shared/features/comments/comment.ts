import { z } from "zod";

import { idSchema } from "#shared/ids.ts";
import { proseSchema } from "#shared/text.ts";
import { seenVersionSchema } from "#shared/versions.ts";

import { commentSubjects, longestComment } from "./comment-words.ts";

const textSchema = proseSchema(longestComment).refine((text) => text.trim() !== "", { message: "REQUIRED" });
const mentionsSchema = z.array(idSchema).max(20);

/** A thread is named by its record; that of the project itself by the project's id. */
export const threadRefSchema = z.strictObject({ subject: z.enum(commentSubjects), subjectId: idSchema });
export type ThreadRef = z.infer<typeof threadRefSchema>;

export const listCommentsSchema = z.strictObject({
  ...threadRefSchema.shape,
  /** How many of the newest. */
  limit: z.int().min(1).max(500).default(50),
});
export type ListCommentsInput = z.infer<typeof listCommentsSchema>;

export const addCommentSchema = z.strictObject({
  ...threadRefSchema.shape,
  text: textSchema,
  /** People named in the text. */
  mentions: mentionsSchema,
});
export type AddCommentInput = z.infer<typeof addCommentSchema>;

export const editCommentSchema = z.strictObject({
  id: idSchema,
  version: seenVersionSchema,
  text: textSchema,
  mentions: mentionsSchema,
});
export type EditCommentInput = z.infer<typeof editCommentSchema>;

const mentionedSchema = z.strictObject({ userId: z.string(), name: z.string() });

export const commentRowSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  /** Empty once it is removed. */
  text: z.string(),
  mentions: z.array(mentionedSchema),
  /** Null when the account is gone. */
  byName: z.string().nullable(),
  byOrganisation: z.string().nullable(),
  isMine: z.boolean(),
  createdAt: z.int(),
  editedAt: z.int().nullable(),
  isRemoved: z.boolean(),
  may: z.strictObject({ edit: z.boolean(), remove: z.boolean(), restore: z.boolean() }),
});
export type CommentRow = z.infer<typeof commentRowSchema>;

export const commentListSchema = z.strictObject({
  projectId: z.string(),
  /** Oldest first. */
  rows: z.array(commentRowSchema),
  /** How many earlier ones there are. */
  earlier: z.int(),
  /** Whether the member and the coordinator alone read it now. */
  isBetweenTwo: z.boolean(),
  may: z.strictObject({ comment: z.boolean() }),
});
export type CommentList = z.infer<typeof commentListSchema>;

export const countCommentsSchema = z.strictObject({ projectId: idSchema, subject: z.enum(commentSubjects) });
export type CountCommentsInput = z.infer<typeof countCommentsSchema>;

/** Threads this person may read, by their record; records without a comment are absent. */
export const commentCountsSchema = z.array(z.strictObject({ subjectId: z.string(), count: z.int() }));
export type CommentCounts = z.infer<typeof commentCountsSchema>;

export const mentionableSchema = z.strictObject({ ...threadRefSchema.shape, search: z.string().max(100) });
export type MentionableInput = z.infer<typeof mentionableSchema>;

export const mentionablePeopleSchema = z.array(
  z.strictObject({ userId: z.string(), name: z.string(), organisation: z.string() }),
);
export type MentionablePeople = z.infer<typeof mentionablePeopleSchema>;
