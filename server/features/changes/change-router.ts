import { tracked } from "@trpc/server";

import { personProcedure, router } from "#server/api/trpc.ts";
import {
  type ChangeEvent,
  changeListSchema,
  followChangesSchema,
  listChangesSchema,
} from "#shared/features/changes/change.ts";
import { undoActSchema, undoResultSchema } from "#shared/features/changes/undo.ts";

import { listChanges } from "./change-queries.ts";
import { followChanges } from "./change-stream.ts";
import { undoAct } from "./undo-service.ts";

/** An event, or the request to read everything again because too much was missed. */
type Followed = ChangeEvent | { reset: true };

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
      });
      for await (const item of items) {
        const followed: Followed = item.kind === "reset" ? { reset: true } : item.event;
        yield tracked(String(item.kind === "reset" ? item.seq : item.event.seq), followed);
      }
    }),
});
