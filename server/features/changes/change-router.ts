import { tracked } from "@trpc/server";

import { personProcedure, router } from "#server/api/trpc.ts";
import {
  type ChangeEvent,
  changeListSchema,
  followChangesSchema,
  listChangesSchema,
} from "#shared/features/changes/change.ts";
import { undoActSchema, undoResultSchema } from "#shared/features/changes/undo.ts";

import type { Database } from "#server/db/database.ts";
import { followNews } from "#server/features/notifications/news-bell.ts";
import { followPresence } from "#server/features/presence/presence-service.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { PresenceView } from "#shared/features/presence/presence.ts";

import { listChanges } from "./change-queries.ts";
import { type Aside, followChanges } from "./change-stream.ts";
import { undoAct } from "./undo-service.ts";

/** An event, or the request to read everything again because too much was missed. */
type Followed = ChangeEvent | { reset: true };

/** What is kept nowhere and has no number: news in the own notifications, and who is on the same page. */
type Beside = { news: true } | { presence: PresenceView };

function asidesFor(db: Database, userId: string, tab: string | undefined): Aside<Beside>[] {
  const news = followNews(userId);
  if (tab === undefined) return [news];
  const presence = followPresence(db, userId, tab);
  const read = async (person: Person) => {
    const view = await presence.read(person);
    return view && { presence: view };
  };
  return [news, { listen: presence.listen, read }];
}

export const changeRouter = router({
  list: personProcedure
    .meta({ rule: "project-read" })
    .input(listChangesSchema)
    .output(changeListSchema)
    .query(({ ctx, input }) => listChanges(ctx.read, ctx.person, input, ctx.parts.clock())),

  undo: personProcedure
    .meta({ rule: "own-act" })
    .input(undoActSchema)
    .output(undoResultSchema)
    .mutation(({ ctx, input }) => ctx.write((tx) => undoAct(tx, ctx.person, input))),

  follow: personProcedure
    .meta({ rule: "signed-in" })
    .input(followChangesSchema)
    .subscription(async function* ({ ctx, input, signal }) {
      // How many streams one person may hold is counted where they arrive: http/live-connections.ts.
      const items = followChanges({
        db: ctx.parts.db,
        refresh: ctx.refresh,
        lastEventId: input.lastEventId ?? null,
        signal: signal ?? ctx.signal,
        asides: asidesFor(ctx.parts.db, ctx.person.userId, input.tab),
      });
      for await (const item of items) {
        if (item.kind === "aside") {
          yield item.aside;
          continue;
        }
        const followed: Followed = item.kind === "reset" ? { reset: true } : item.event;
        yield tracked(String(item.kind === "reset" ? item.seq : item.event.seq), followed);
      }
    }),
});
