import { and, desc, eq } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import {
  type Audience,
  audiences,
  exportDocuments,
  fileFormats,
  ganttPapers,
  horizonTables,
  languages,
} from "#shared/features/exports/export-words.ts";
import { type ExportList, type ExportRow, exportStages } from "#shared/features/exports/export.ts";
import { ganttGroupings } from "#shared/features/plan/gantt-rows.ts";
import { type RuleBook, ruleBooks } from "#shared/features/projects/project-words.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { jobs } from "#server/db/schema/index.ts";
import { loadMembership } from "#server/features/members/membership.ts";

const MOST_ROWS = 50;

const shown = {
  id: jobs.id,
  projectId: jobs.projectId,
  state: jobs.state,
  stage: jobs.stage,
  progress: jobs.progress,
  parameters: jobs.parameters,
  errorCode: jobs.errorCode,
  fileKey: jobs.fileKey,
  fileName: jobs.fileName,
  fileBytes: jobs.fileBytes,
  createdAt: jobs.createdAt,
  finishedAt: jobs.finishedAt,
  expiresAt: jobs.expiresAt,
};
type Found = Pick<typeof jobs.$inferSelect, keyof typeof shown>;

/** The latest exports this person made of a project, newest first. Faults: NOT_FOUND. `now` in ms UTC. */
export async function listExports(
  db: ReadDb,
  person: Person,
  input: { projectId: string },
  now: number,
): Promise<ExportList> {
  await loadMembership(db, person, input.projectId);
  const rows = await db
    .select(shown)
    .from(jobs)
    .where(and(eq(jobs.kind, "export"), eq(jobs.userId, person.userId), eq(jobs.projectId, input.projectId)))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(MOST_ROWS);
  return { rows: rows.map((row) => exportRow(row, now)) };
}

/** One export of this person. Faults: NOT_FOUND, alike for an unknown one, somebody else's, and a project no longer open. */
export async function showExport(db: ReadDb, person: Person, id: string, now: number): Promise<ExportRow> {
  const [row] = await db
    .select(shown)
    .from(jobs)
    .where(and(eq(jobs.id, id), eq(jobs.kind, "export"), eq(jobs.userId, person.userId)));
  if (!row?.projectId) throw notFound();
  await loadMembership(db, person, row.projectId);
  return exportRow(row, now);
}

const pick = <const Word extends string>(words: readonly [Word, ...Word[]], value: unknown): Word =>
  words.find((word) => word === value) ?? words[0];

/** What was asked for, read back from a job; anything else in the column counts as the first word of its list. */
export function parametersOf(parameters: Record<string, unknown>) {
  const document = pick(exportDocuments, parameters["document"]);
  const named = parameters["tables"];
  const tables = document === "horizon-tables" && Array.isArray(named) ? named : [];
  return {
    document,
    /** In the order of the form. */
    tables: horizonTables.filter((table) => tables.includes(table)),
    format: pick(fileFormats, parameters["format"]),
    audience: pick(audiences, parameters["audience"]),
    language: pick(languages, parameters["language"]),
  };
}

/** How a Gantt is grouped, and on which paper it is printed, read back from a job. */
export function ganttChoiceIn(parameters: Record<string, unknown>) {
  const found: unknown = parameters["gantt"];
  const chosen: Record<string, unknown> = typeof found === "object" && found !== null ? { ...found } : {};
  return { groupBy: pick(ganttGroupings, chosen["groupBy"]), paper: pick(ganttPapers, chosen["paper"]) };
}

/** The rule book a budget workbook is counted under, read back from a job. */
export function ruleBookIn(parameters: Record<string, unknown>): RuleBook {
  return pick(ruleBooks, parameters["ruleBook"]);
}

/** Which two plans an amendment sheet compares, read back from a job; null for anything else. */
export function comparedIn(parameters: Record<string, unknown>): { from: string; to: string } | null {
  const found: unknown = parameters["compare"];
  if (typeof found !== "object" || found === null || !("from" in found) || !("to" in found)) return null;
  return typeof found.from === "string" && typeof found.to === "string" ? { from: found.from, to: found.to } : null;
}

/** The latest finished summary of a person, project and audience, as the point that changes are counted from; else null. */
export async function lastExportOf(
  db: ReadDb,
  job: { userId: string; projectId: string; audience: Audience },
): Promise<{ seq: number; at: number } | null> {
  const rows = await db
    .select({ parameters: jobs.parameters, changeSeq: jobs.changeSeq, result: jobs.result, createdAt: jobs.createdAt })
    .from(jobs)
    .where(
      and(
        eq(jobs.kind, "export"),
        eq(jobs.userId, job.userId),
        eq(jobs.projectId, job.projectId),
        eq(jobs.state, "finished"),
      ),
    )
    .orderBy(desc(jobs.finishedAt), desc(jobs.id));
  const last = rows.find(({ changeSeq, parameters }) => {
    const { document, audience } = parametersOf(parameters);
    return changeSeq !== null && document === "summary" && audience === job.audience;
  });
  if (!last || last.changeSeq === null) return null;
  const at = last.result?.["generatedAt"];
  return { seq: last.changeSeq, at: typeof at === "number" ? at : last.createdAt };
}

function exportRow(row: Found, now: number): ExportRow {
  const { parameters, fileKey, projectId, stage, ...rest } = row;
  const isReady = row.state === "finished" && fileKey !== null && row.expiresAt !== null && row.expiresAt > now;
  return {
    ...rest,
    projectId: projectId ?? "",
    ...parametersOf(parameters),
    stage: exportStages.find((each) => each === stage) ?? "queued",
    isReady,
  };
}
