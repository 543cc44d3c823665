import { onlyCarried, type UndoRule } from "#server/changes/undo-rule.ts";
import { rowStore } from "#server/db/row-store.ts";
import { comments } from "#server/db/schema/index.ts";

/** What was said about a record goes with it and comes back with it. */
export const commentUndo: UndoRule = {
  store: rowStore(comments),
  final: ["created", "updated"],
  carriers: ["projectId", "streamId"],
  demand: onlyCarried,
};
