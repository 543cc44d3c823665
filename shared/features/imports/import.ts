import { z } from "zod";

import { instantSchema } from "../../dates.ts";
import { idSchema } from "../../ids.ts";
import { participantRoles } from "../participants/participant-words.ts";
import { jobStates } from "../exports/export-words.ts";
import {
  importFates,
  importFormats,
  importKinds,
  importSeverities,
  importStages,
  MOST_FILES,
  tableContents,
} from "./import-words.ts";

export const previewImportSchema = z.strictObject({ fileIds: z.array(idSchema).min(1).max(MOST_FILES) });
export const importIdSchema = z.strictObject({ id: idSchema });
export const importResultSchema = z.strictObject({ id: idSchema });
/** Percent while it is being written; null before and after. */
export const importProgressSchema = z.strictObject({ percent: z.int().nullable() });
export const listImportsSchema = z.strictObject({});

const countsSchema = z.strictObject({ new: z.int(), changed: z.int(), same: z.int(), problem: z.int() });
export type FateCounts = z.infer<typeof countsSchema>;

export const importProblemSchema = z.strictObject({
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  severity: z.enum(importSeverities),
  appCode: z.string(),
  value: z.string().nullable(),
  kind: z.enum(importKinds).nullable(),
});

const sampleValueSchema = z.string().nullable();

/** One record of the preview: what it is, what becomes of it, and the fields that change. */
export const importSampleSchema = z.strictObject({
  key: z.string(),
  title: z.string(),
  /** Title of a project, country of an organisation, project of a participation, stream of what is planned. */
  detail: z.string(),
  role: z.enum(participantRoles).nullable(),
  fate: z.enum(importFates),
  amountCents: z.int().nullable(),
  /** Hundredths of a person-month; only of efforts. */
  effortPmHundredths: z.int().nullable(),
  changes: z.array(z.strictObject({ field: z.string(), before: sampleValueSchema, after: sampleValueSchema })),
});
export type ImportSample = z.infer<typeof importSampleSchema>;

const recognisedFileSchema = z.strictObject({
  file: z.string(),
  bytes: z.int(),
  format: z.enum(importFormats),
  encoding: z.string().nullable(),
  separator: z.string().nullable(),
  tables: z.array(
    z.strictObject({
      sheet: z.string().nullable(),
      content: z.enum(tableContents),
      rows: z.int(),
      columns: z.array(z.strictObject({ header: z.string(), field: z.string().nullable() })),
    }),
  ),
});

const perKind = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({
    project: schema,
    organisation: schema,
    participation: schema,
    stream: schema,
    task: schema,
    deliverable: schema,
    milestone: schema,
    effort: schema,
  });

/** What an import would do, compared with the database at the time of asking. */
export const importPreviewSchema = z.strictObject({
  files: z.array(recognisedFileSchema),
  counts: perKind(countsSchema),
  samples: perKind(z.array(importSampleSchema)),
  problems: z.array(importProblemSchema),
  problemCount: z.int(),
  errorCount: z.int(),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importRowSchema = z.strictObject({
  id: idSchema,
  state: z.enum(jobStates),
  stage: z.enum(importStages),
  fileNames: z.array(z.string()),
  counts: perKind(countsSchema),
  errorCount: z.int(),
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
  /** Applied within the last day and not taken back. */
  mayUndo: z.boolean(),
});
export type ImportRow = z.infer<typeof importRowSchema>;

export const importListSchema = z.strictObject({ rows: z.array(importRowSchema) });

export const importDetailSchema = importRowSchema.extend({
  preview: importPreviewSchema,
  projects: z.array(z.strictObject({ projectId: idSchema, acronym: z.string() })),
});
export type ImportDetail = z.infer<typeof importDetailSchema>;
