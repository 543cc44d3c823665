import { initTRPC } from "@trpc/server";

import { type AuthorizationRule } from "./authorization-rules.ts";
import type { Context } from "./context.ts";
import { shapeError } from "./error-shape.ts";

/** What every procedure says of itself: the rule that decides who may call it. */
type Meta = { rule: AuthorizationRule };

/** The one tRPC instance; `isDev` is fixed here, not left to the environment, so that no stack ever leaves. */
export const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => shapeError(shape, error, ctx?.requestId ?? ""),
    sse: { ping: { enabled: true, intervalMs: 20_000 }, client: { reconnectAfterInactivityMs: 45_000 } },
  });
