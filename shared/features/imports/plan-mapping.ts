import { z } from "zod";

import { idSchema } from "../../ids.ts";
import { planFields, planTargets } from "./plan-words.ts";

/** Which table of a file is meant, which row holds its header, and what its columns are. */
export const planMappingSchema = z.strictObject({
  target: z.enum(planTargets),
  /** Counts from 0 among the sheets of the file. */
  sheet: z.int().min(0).max(199),
  /** Row number as a spreadsheet shows it. */
  headerRow: z.int().min(1).max(20_000),
  /** Rows are known by their code, or by their title. */
  key: z.enum(["code", "title"]),
  /** Column index from 0 → what it holds; columns left out are not read. */
  columns: z.array(z.strictObject({ index: z.int().min(0).max(99), field: z.enum(planFields) })).max(100),
});
export type PlanMapping = z.infer<typeof planMappingSchema>;

export const readTablesSchema = z.strictObject({ fileId: idSchema });

const columnSchema = z.strictObject({
  index: z.int(),
  header: z.string(),
  /** The first values below the header. */
  examples: z.array(z.string()),
});

export const sheetFactsSchema = z.strictObject({
  sheet: z.string().nullable(),
  rows: z.int(),
  /** The first rows as they stand, to find the header among. */
  head: z.array(z.strictObject({ row: z.int(), cells: z.array(z.string()) })),
  /** The row that looks most like a header. */
  headerRow: z.int(),
  columns: z.array(columnSchema),
});
export type SheetFacts = z.infer<typeof sheetFactsSchema>;

export const tableFactsSchema = z.strictObject({
  file: z.string(),
  encoding: z.string().nullable(),
  separator: z.string().nullable(),
  sheets: z.array(sheetFactsSchema),
});
export type TableFacts = z.infer<typeof tableFactsSchema>;

export const previewPlanSchema = z.strictObject({ fileId: idSchema, projectId: idSchema, mapping: planMappingSchema });
