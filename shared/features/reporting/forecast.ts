import { z } from "zod";

import { idSchema } from "../../ids.ts";
import { forecastUnits, landingReasons } from "./forecast-words.ts";

export const showForecastSchema = z.strictObject({ projectId: idSchema, unit: z.enum(forecastUnits).default("value") });
export type ShowForecastInput = z.input<typeof showForecastSchema>;

const toldSchema = z.int().min(0).nullable();

/**
 * One sum in integers of the unit; null is confidential (never 0). `agreed` as spread over the months, `delivered` what was
 * accepted, `forecast` = delivered + handed in + still to come, `before` the forecast as it stood one period earlier.
 */
export const forecastCellSchema = z.strictObject({
  agreed: toldSchema,
  delivered: toldSchema,
  forecast: toldSchema,
  before: toldSchema,
});
export type ForecastCell = z.infer<typeof forecastCellSchema>;

/** A row of the table: one cell for each period in their order, and all of them together. */
const cellsSchema = z.strictObject({ cells: z.array(forecastCellSchema), all: forecastCellSchema });
export type ForecastCells = z.infer<typeof cellsSchema>;

/** What a line that has no month left puts into the last period. */
export const landingSchema = z.strictObject({
  contributionId: idSchema,
  title: z.string(),
  participantId: idSchema,
  streamId: idSchema.nullable(),
  amount: z.int().min(1),
  reason: z.enum(landingReasons),
});
export type Landing = z.infer<typeof landingSchema>;

export const forecastTableSchema = z.strictObject({
  /** The whole project; a period's sum is told only when nothing in the project is confidential to this reader. */
  total: cellsSchema,
  /** All lines this reader sees, and no others. */
  seen: cellsSchema,
  byMember: z.array(cellsSchema.extend({ participantId: idSchema })),
  /** `streamId` null: for the project as a whole. */
  byStream: z.array(cellsSchema.extend({ streamId: idSchema.nullable() })),
  /** Member × stream, for what this reader sees a line of. */
  pairs: z.array(cellsSchema.extend({ participantId: idSchema, streamId: idSchema.nullable() })),
  /** Lines this reader sees, the largest first. */
  landing: z.array(landingSchema),
  /** Some line is confidential to this reader. */
  hasHidden: z.boolean(),
});
export type ForecastTable = z.infer<typeof forecastTableSchema>;

export const forecastPeriodSchema = z.strictObject({
  id: idSchema,
  number: z.int(),
  startMonth: z.int(),
  endMonth: z.int(),
  locked: z.boolean(),
});
export type ForecastPeriod = z.infer<typeof forecastPeriodSchema>;

export const forecastSchema = forecastTableSchema.extend({
  unit: z.enum(forecastUnits),
  currency: z.string(),
  periods: z.array(forecastPeriodSchema),
  members: z.array(z.strictObject({ id: idSchema, name: z.string() })),
  streams: z.array(z.strictObject({ id: idSchema, code: z.string(), title: z.string() })),
  /** Number of the period whose reports `before` does not know yet; null: nothing was reported, `before` is the forecast. */
  comparedWith: z.int().nullable(),
});
export type Forecast = z.infer<typeof forecastSchema>;
