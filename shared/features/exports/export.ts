import { z } from "zod";

import { instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { audiences, exportFormats, jobStates, languages } from "./export-words.ts";

/** How long a finished file is kept: 24 hours. */
export const EXPORT_KEPT_MS = 24 * 60 * 60 * 1000;

export const startExportSchema = z.strictObject({
  projectId: idSchema,
  format: z.enum(exportFormats),
  audience: z.enum(audiences),
  language: z.enum(languages),
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
  format: z.enum(exportFormats),
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
