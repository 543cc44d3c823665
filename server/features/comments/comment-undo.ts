import type { UndoRule } from "#server/changes/undo-rule.ts";
import { rowStore } from "#server/db/row-store.ts";
import { comments } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";
import { forbidden } from "#shared/fault.ts";
import { mayRestoreComment } from "#shared/features/comments/comment-policy.ts";

import { openComment } from "./thread-queries.ts";

/** A removed comment comes back by whoever removed it; what was said about a record goes and comes back with it. */
export const commentUndo: UndoRule = {
  store: rowStore(comments),
  final: ["created", "updated"],
  carriers: ["projectId", "streamId"],
  fields: ["removedAt"],
  async demand(tx, { from, to, step }, { person }) {
    if (!from || !to) throw forbidden();
    const { comment, membership, record } = await openComment(tx, person, step.entityId);
    const { byUserId, removedById, removedAt } = comment;
    const said = { byUserId, removedById, isRemoved: removedAt !== null };
    demand(mayRestoreComment(membership, record, said, person.userId));
  },
  fit: async (_tx, { now, goal }) => (now && goal["removedAt"] === null ? { removedById: null } : {}),
};
