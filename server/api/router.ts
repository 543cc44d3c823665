import { changeRouter } from "#server/features/changes/change-router.ts";
import { sampleRouter } from "#server/features/samples/sample-router.ts";
import { systemRouter } from "#server/features/system/system-router.ts";

import { router } from "./trpc.ts";

/** Everything the client can call, one name for each feature. */
export const appRouter = router({
  change: changeRouter,
  sample: sampleRouter,
  system: systemRouter,
});

export type AppRouter = typeof appRouter;
