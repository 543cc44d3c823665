import { z } from "zod";

import { idSchema } from "../../ids.ts";
import { MAX_CENTS } from "../../money.ts";
import { nameSchema, proseSchema } from "../../text.ts";
import { amendmentKinds } from "../contributions/amendment-words.ts";
import { lineRefSchema } from "../contributions/contribution.ts";
import { contributionKinds, contributionStates, offerSides } from "../contributions/contribution-words.ts";
import { cellProblems, lineActs, matrixAxes, matrixMeasures } from "./matrix-words.ts";

export const showMatrixSchema = z.strictObject({
  projectId: idSchema,
  measure: z.enum(matrixMeasures).default("effort"),
  by: z.enum(matrixAxes).default("project"),
});
export type ShowMatrixInput = z.input<typeof showMatrixSchema>;

/** `agreed` null: confidential (never 0). `open`: lines this reader sees that wait for an agreement. */
export const matrixSumSchema = z.strictObject({ agreed: z.int().nullable(), open: z.int() });
export type MatrixSum = z.infer<typeof matrixSumSchema>;

/** A line that this reader sees, with its amount in the measure of the matrix. */
export const matrixLineSchema = z.strictObject({
  id: idSchema,
  version: z.int(),
  title: z.string(),
  kind: z.enum(contributionKinds),
  state: z.enum(contributionStates),
  amount: z.int().nullable(),
  /** The change of an agreed line that waits for an answer; a withdrawal has no amount. */
  amendment: z
    .strictObject({
      id: idSchema,
      version: z.int(),
      side: z.enum(offerSides),
      kind: z.enum(amendmentKinds),
      amount: z.int().nullable(),
    })
    .nullable(),
  /** What a new figure does to it; null: nothing by this reader, for `problem`. */
  act: z.enum(lineActs).nullable(),
  problem: z.enum(cellProblems).nullable(),
  mayClear: z.boolean(),
});
export type MatrixLine = z.infer<typeof matrixLineSchema>;

/** A participant; `own` for the reader's organisation. */
export const matrixRowSchema = z.strictObject({
  participantId: idSchema,
  number: z.int(),
  name: z.string(),
  own: z.boolean(),
  mayEdit: z.boolean(),
  sum: matrixSumSchema,
});
export type MatrixRow = z.infer<typeof matrixRowSchema>;

/** A stream, the project as a whole (`id` null), or a reporting period (`months`). */
export const matrixColumnSchema = z.strictObject({
  id: idSchema.nullable(),
  code: z.string(),
  title: z.string(),
  months: z.strictObject({ start: z.int(), end: z.int() }).nullable(),
  sum: matrixSumSchema,
});
export type MatrixColumn = z.infer<typeof matrixColumnSchema>;

/** A cell with something in it; where none is told, the figure is 0, or confidential when its row and its column are. */
export const matrixCellSchema = z.strictObject({
  participantId: idSchema,
  columnId: idSchema.nullable(),
  ...matrixSumSchema.shape,
  lines: z.array(matrixLineSchema),
});
export type MatrixCell = z.infer<typeof matrixCellSchema>;

export const matrixSchema = z.strictObject({
  projectId: idSchema,
  measure: z.enum(matrixMeasures),
  by: z.enum(matrixAxes),
  currency: z.string(),
  rows: z.array(matrixRowSchema),
  columns: z.array(matrixColumnSchema),
  cells: z.array(matrixCellSchema),
  total: matrixSumSchema,
  /** The project is completed or cancelled: nothing moves any more. */
  locked: z.boolean(),
});
export type Matrix = z.infer<typeof matrixSchema>;

/** Most cells one act writes. */
export const MAX_CELLS = 1000;

/** One cell as it shall be; `amount` null clears it. `line` and `amendment` are what the page has seen there. */
export const cellWriteSchema = z.strictObject({
  participantId: idSchema,
  /** Null: the project as a whole. */
  streamId: idSchema.nullable(),
  amount: z.int().min(0).max(MAX_CENTS).nullable(),
  line: lineRefSchema.nullable(),
  amendment: lineRefSchema.nullable(),
});
export type CellWrite = z.infer<typeof cellWriteSchema>;

const cellKey = ({ participantId, streamId }: CellWrite) => `${participantId} ${streamId ?? ""}`;

export const writeMatrixSchema = z.strictObject({
  projectId: idSchema,
  measure: z.enum(matrixMeasures),
  /** Why: the other side of counter-offers and of changed agreements reads it. */
  reason: proseSchema(4_000).refine((text) => text.trim() !== "", { message: "REQUIRED" }),
  /** What lines that are new are called, before the title of their stream. */
  newTitle: nameSchema(80),
  cells: z
    .array(cellWriteSchema)
    .min(1)
    .max(MAX_CELLS)
    .refine((cells) => new Set(cells.map(cellKey)).size === cells.length, { message: "TWICE" }),
});
export type WriteMatrixInput = z.infer<typeof writeMatrixSchema>;

/** What became of each cell; `appCode` null: done. */
export const matrixResultsSchema = z.strictObject({
  results: z.array(
    z.strictObject({ participantId: idSchema, streamId: idSchema.nullable(), appCode: z.string().nullable() }),
  ),
  done: z.int(),
});
export type MatrixResults = z.infer<typeof matrixResultsSchema>;
