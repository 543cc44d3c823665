import { z } from "zod";

import { instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { ganttGroupings } from "../plan/gantt-rows.ts";
import { ruleBooks } from "../projects/project-words.ts";
import {
  amendmentFormats,
  audiences,
  exportDocuments,
  exportFormats,
  fileFormats,
  ganttFormats,
  ganttPapers,
  horizonTables,
  jobStates,
  languages,
  tableFormats,
} from "./export-words.ts";

/** How long a finished file is kept: 24 hours. */
export const EXPORT_KEPT_MS = 24 * 60 * 60 * 1000;

const offers = (formats: readonly string[], format: string) => formats.includes(format);

export const startExportSchema = z
  .strictObject({
    projectId: idSchema,
    format: z.enum(fileFormats),
    audience: z.enum(audiences),
    language: z.enum(languages),
    /** The summary unless something else is asked for. */
    document: z.enum(exportDocuments).optional(),
    /** Which of the tables; all of them unless some are named. */
    tables: z.array(z.enum(horizonTables)).min(1).max(horizonTables.length).optional(),
    /** Of a budget workbook: the rule book it is counted under. */
    ruleBook: z.enum(ruleBooks).optional(),
    /** Of an amendment: the two plans, each a baseline, or the plan as it stands. */
    compare: z.strictObject({ from: idSchema, to: z.union([idSchema, z.literal("now")]) }).optional(),
    /** Of a Gantt; by stream and for A4 unless something else is asked for. */
    gantt: z.strictObject({ groupBy: z.enum(ganttGroupings), paper: z.enum(ganttPapers) }).optional(),
  })
  .refine(({ document, format }) => offers(document === "gantt" ? ganttFormats : exportFormats, format), {
    path: ["format"],
    message: "FORMAT_NOT_OFFERED",
  })
  .refine(({ document, format }) => document !== "amendment" || amendmentFormats.some((each) => each === format), {
    path: ["format"],
    message: "FORMAT_NOT_OFFERED",
  })
  .refine(
    ({ document, format, audience }) => document !== "budget-workbook" || (format === "xlsx" && audience !== "public"),
    {
      path: ["format"],
      message: "FORMAT_NOT_OFFERED",
    },
  )
  .refine(({ document, ruleBook }) => (document === "budget-workbook") === (ruleBook !== undefined), {
    path: ["ruleBook"],
    message: "REQUIRED",
  })
  .refine(({ document, compare }) => (document === "amendment") === (compare !== undefined), {
    path: ["compare"],
    message: "REQUIRED",
  })
  .refine(({ document, format }) => document !== "horizon-tables" || tableFormats.some((each) => each === format), {
    path: ["format"],
    message: "FORMAT_NOT_OFFERED",
  });
export type StartExportInput = z.infer<typeof startExportSchema>;

export const listExportsSchema = z.strictObject({ projectId: idSchema });
export type ListExportsInput = z.infer<typeof listExportsSchema>;

export const exportIdSchema = z.strictObject({ id: idSchema });

/** Where a running export is. */
export const exportStages = ["queued", "collecting", "rendering", "storing", "done"] as const;
export type ExportStage = (typeof exportStages)[number];

/** One export of the person who asks; nobody else ever reads it. */
export const exportRowSchema = z.strictObject({
  id: idSchema,
  projectId: idSchema,
  document: z.enum(exportDocuments),
  /** The tables it has; empty for a summary. */
  tables: z.array(z.enum(horizonTables)),
  format: z.enum(fileFormats),
  audience: z.enum(audiences),
  language: z.enum(languages),
  state: z.enum(jobStates),
  stage: z.enum(exportStages),
  /** 0–100. */
  progress: z.int(),
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  /** Until when the file can be fetched; null when there is none. */
  expiresAt: instantSchema.nullable(),
  fileName: z.string().nullable(),
  fileBytes: z.int().nullable(),
  errorCode: z.string().nullable(),
  /** Whether the file is still there. */
  isReady: z.boolean(),
});
export type ExportRow = z.infer<typeof exportRowSchema>;

export const exportListSchema = z.strictObject({ rows: z.array(exportRowSchema) });
export type ExportList = z.infer<typeof exportListSchema>;

export const exportResultSchema = z.strictObject({ id: idSchema });
