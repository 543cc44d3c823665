import { systemRouter } from "#server/features/system/system-router.ts";

import { router } from "./trpc.ts";

/** Everything the client can call, one name for each feature. */
export const appRouter = router({
  system: systemRouter,
});

export type AppRouter = typeof appRouter;
