import { changeRouter } from "#server/features/changes/change-router.ts";
import { membershipRouter } from "#server/features/organisations/membership-router.ts";
import { organisationRouter } from "#server/features/organisations/organisation-router.ts";
import { sampleRouter } from "#server/features/samples/sample-router.ts";
import { systemRouter } from "#server/features/system/system-router.ts";

import { router } from "./trpc.ts";

/** Everything the client can call, one name for each feature. */
export const appRouter = router({
  change: changeRouter,
  membership: membershipRouter,
  organisation: organisationRouter,
  sample: sampleRouter,
  system: systemRouter,
});

export type AppRouter = typeof appRouter;
