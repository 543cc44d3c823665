import { and, eq } from "drizzle-orm";

import { notFound } from "#shared/fault.ts";
import type { PlanTables } from "#shared/features/exports/plan-tables.ts";
import type { Standing } from "#shared/features/members/standing.ts";

import type { Comparison } from "#shared/features/baselines/baseline.ts";
import type { ReadDb } from "#server/db/database.ts";
import { contributions, jobs } from "#server/db/schema/index.ts";
import { comparedIn, lastExportOf, parametersOf } from "#server/features/exports/export-queries.ts";
import { comparisonFor } from "#server/features/baselines/comparison-queries.ts";
import { loadMembership } from "#server/features/members/membership.ts";

import { collectGantt } from "./gantt/gantt-export.ts";
import type { GanttRequest } from "./gantt/gantt-files.ts";
import { collectBudget } from "./budget/budget-export.ts";
import type { BudgetRequest } from "./budget/budget-sheet.ts";
import { requesterOf } from "./export-requester.ts";
import { sightOf } from "./sight.ts";
import { type CollectedExport, collectExport } from "./summary-export.ts";
import { collectPlanTables } from "./tables/plan-tables-rows.ts";

/** What a finished job remembers of the rights it was collected with. */
type Remembered = { relation: Standing["relation"]; participantIds: string[]; lineIds: string[]; generatedAt: number };

/** Collects what a job asked for, with the rights its requester has in this snapshot. Faults: NOT_FOUND. */
export async function collectForJob(
  db: ReadDb,
  job: { userId: string; actingForId: string | null; projectId: string; parameters: Record<string, unknown> },
  now: number,
): Promise<
  CollectedExport & {
    tables: PlanTables | null;
    comparison: Comparison | null;
    gantt: GanttRequest | null;
    budget: BudgetRequest | null;
    remembered: Remembered;
  }
> {
  const person = await requesterOf(db, job, now);
  if (!person) throw notFound();
  const membership = await loadMembership(db, person, job.projectId);
  const { audience, language, document, tables: keys } = parametersOf(job.parameters);
  const since = document === "summary" ? await lastExportOf(db, { ...job, audience }) : null;
  const sight = sightOf(membership, audience);
  const collected = await collectExport(db, { projectId: job.projectId, sight, language, now, since });
  const { relation, participantIds } = membership;
  const compared = document === "amendment" ? comparedIn(job.parameters) : null;
  const comparison = compared && (await comparisonFor(db, membership, { projectId: job.projectId, ...compared }, now));
  const tables = document !== "horizon-tables" ? null : await collectPlanTables(db, membership, sight, keys);
  const gantt = document === "gantt" ? await collectGantt(db, membership, collected.summary, job.parameters) : null;
  const budget =
    document === "budget-workbook"
      ? await collectBudget(db, membership, sight, collected.summary, job.parameters)
      : null;
  return {
    ...collected,
    tables,
    comparison,
    budget,
    gantt,
    remembered: { relation, participantIds: [...participantIds], lineIds: collected.lineIds, generatedAt: now },
  };
}

export type DeliverableFile = { fileKey: string; fileName: string; format: ReturnType<typeof parametersOf>["format"] };

/**
 * The file of a finished export of this user, if he could export all of it again at `now`: the account, the seat, the
 * standing and every line in it are checked anew (security.md, R-A8). Faults: NOT_FOUND for everything else.
 */
export async function deliverableFile(db: ReadDb, userId: string, id: string, now: number): Promise<DeliverableFile> {
  const [job] = await db
    .select()
    .from(jobs)
    .where(and(eq(jobs.id, id), eq(jobs.kind, "export"), eq(jobs.userId, userId), eq(jobs.state, "finished")));
  if (!job?.projectId || !job.fileKey || !job.fileName || job.expiresAt === null || job.expiresAt <= now)
    throw notFound();
  const person = await requesterOf(db, job, now);
  if (!person) throw notFound();
  const membership = await loadMembership(db, person, job.projectId);
  const { audience, format } = parametersOf(job.parameters);
  const remembered = rememberedIn(job.result);
  const keepsPlace = remembered.participantIds.every((each) => membership.participantIds.includes(each));
  if (membership.relation !== remembered.relation || !keepsPlace) throw notFound();
  const sight = sightOf(membership, audience);
  const lines = await db.select().from(contributions).where(eq(contributions.projectId, job.projectId));
  const hidden = new Set(lines.filter((line) => !sight.seesLine(line)).map((line) => line.id));
  if (remembered.lineIds.some((lineId) => hidden.has(lineId))) throw notFound();
  return { fileKey: job.fileKey, fileName: job.fileName, format };
}

const list = (value: unknown) => (Array.isArray(value) ? value.filter((each) => typeof each === "string") : []);

function rememberedIn(
  result: Record<string, unknown> | null,
): Pick<Remembered, "participantIds" | "lineIds"> & { relation: unknown } {
  return {
    relation: result?.["relation"],
    participantIds: list(result?.["participantIds"]),
    lineIds: list(result?.["lineIds"]),
  };
}
