import { z } from "zod";

import { homeSchema } from "#shared/features/home/home.ts";

import { personProcedure, router } from "#server/api/trpc.ts";

import { showHome } from "./home-queries.ts";

export const homeRouter = router({
  show: personProcedure
    .meta({ rule: "own-projects" })
    .input(z.strictObject({}))
    .output(homeSchema)
    .query(({ ctx }) => showHome(ctx.read, ctx.person)),
});
