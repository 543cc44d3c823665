import type { UndoRule } from "#server/changes/undo-rule.ts";
import { rowStore } from "#server/db/row-store.ts";
import { attachments } from "#server/db/schema/index.ts";
import { demand } from "#server/features/members/membership.ts";

/** Evidence goes back with the report it was handed in with; files taken off a draft come back on its page. */
export const attachmentUndo: UndoRule = {
  store: rowStore(attachments),
  final: ["created", "added", "removed", "restored"],
  fields: ["handedInAt"],
  async demand(tx, { step }, { moves }) {
    const file = await this.store.find(tx, step.entityId);
    const goesWithReport = moves.some(
      (move) => move.step.entity === "update" && move.step.entityId === file?.["updateId"],
    );
    demand(goesWithReport);
  },
};
