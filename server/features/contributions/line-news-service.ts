import type { OfferSide } from "#shared/features/contributions/contribution-words.ts";

import type { Tx } from "#server/db/database.ts";
import { notify } from "#server/features/notifications/notification-service.ts";
import { coordinatorsOf, peopleOf } from "#server/features/notifications/recipient-queries.ts";

/** What became of one line: `side` did it, the other side is told. Nothing of the line itself is in it. */
export type LineNews = {
  kind: "offer" | "agreed" | "amendment";
  side: OfferSide;
  line: { id: string; projectId: string };
  ownerId: string;
};

/**
 * Tells the other side of lines that it is its turn, or that it was agreed. Several lines of one call are told as one
 * notification with their number; what a line says is read when the notification is opened, by the rights of then.
 */
export async function tellOtherSide(tx: Tx, news: readonly LineNews[]): Promise<void> {
  const groups = Map.groupBy(news, ({ kind, side, ownerId }) => `${kind} ${side === "member" ? "" : ownerId}`);
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const { projectId } = first.line;
    const to = first.side === "member" ? await coordinatorsOf(tx, projectId) : await peopleOf(tx, [first.ownerId]);
    const isOne = group.length === 1;
    await notify(tx, {
      kind: first.kind,
      to,
      projectId,
      entity: isOne ? "contribution" : "project",
      entityId: isOne ? first.line.id : projectId,
      params: isOne ? {} : { count: String(group.length) },
    });
  }
}
