import { personProcedure, router } from "#server/api/trpc.ts";
import {
  addCommentSchema,
  commentCountsSchema,
  commentListSchema,
  countCommentsSchema,
  editCommentSchema,
  listCommentsSchema,
  mentionablePeopleSchema,
  mentionableSchema,
} from "#shared/features/comments/comment.ts";
import { versionedSchema, writtenSchema } from "#shared/versions.ts";

import { countComments, findMentionable, listComments } from "./comment-queries.ts";
import { addComment, editComment, removeComment, restoreComment } from "./comment-service.ts";

export const commentRouter = router({
  list: personProcedure
    .meta({ rule: "thread-read" })
    .input(listCommentsSchema)
    .output(commentListSchema)
    .query(({ ctx, input }) => listComments(ctx.read, ctx.person, input)),

  counts: personProcedure
    .meta({ rule: "thread-read" })
    .input(countCommentsSchema)
    .output(commentCountsSchema)
    .query(({ ctx, input }) => countComments(ctx.read, ctx.person, input)),

  mentionable: personProcedure
    .meta({ rule: "thread-read" })
    .input(mentionableSchema)
    .output(mentionablePeopleSchema)
    .query(({ ctx, input }) => findMentionable(ctx.read, ctx.person, input)),

  add: personProcedure
    .meta({ rule: "thread-talk" })
    .input(addCommentSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => addComment(tx, ctx.person, input))),

  edit: personProcedure
    .meta({ rule: "comment-own" })
    .input(editCommentSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => editComment(tx, ctx.person, input))),

  remove: personProcedure
    .meta({ rule: "comment-remove" })
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => removeComment(tx, ctx.person, input))),

  restore: personProcedure
    .meta({ rule: "comment-remove" })
    .input(versionedSchema)
    .output(writtenSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => restoreComment(tx, ctx.person, input))),
});
