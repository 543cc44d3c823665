import { onlyCarried, type UndoRule } from "#server/changes/undo-rule.ts";
import { rowStore } from "#server/db/row-store.ts";
import { invitations } from "#server/db/schema/index.ts";

/** Letters that went out stay out; what is known of them comes back with the member they invited, to be sent again. */
export const invitationUndo: UndoRule = {
  store: rowStore(invitations),
  final: ["created", "invited", "sent", "resent"],
  carriers: ["projectId", "participantId"],
  demand: onlyCarried,
  fit: async (_tx, { goal }) => (goal["state"] === "pending" ? { state: "revoked" } : {}),
};
