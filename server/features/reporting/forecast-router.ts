import { personProcedure, router } from "#server/api/trpc.ts";
import { forecastSchema, showForecastSchema } from "#shared/features/reporting/forecast.ts";

import { showForecast } from "./forecast-queries.ts";

export const forecastRouter = router({
  show: personProcedure
    .meta({ rule: "project-read" })
    .input(showForecastSchema)
    .output(forecastSchema)
    .query(({ ctx, input }) => showForecast(ctx.read, ctx.person, input)),
});
