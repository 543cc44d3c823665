/** What a three-way view counts: value in cents, or effort in hundredths of person-months. */
export const forecastUnits = ["value", "effort"] as const;
export type ForecastUnit = (typeof forecastUnits)[number];

/** Why something lands in the last period: the months of its line are over, or touch no reporting period at all. */
export const landingReasons = ["months-over", "no-period"] as const;
export type LandingReason = (typeof landingReasons)[number];
