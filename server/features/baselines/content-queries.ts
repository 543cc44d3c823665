import { createHash } from "node:crypto";

import { eq } from "drizzle-orm";

import { canonicalJson } from "#server/db/canonical-json.ts";
import type { ReadDb } from "#server/db/database.ts";
import {
  budgetLines,
  contributions,
  deliverables,
  milestones,
  organisations,
  participants,
  projects,
  streams,
  taskLinks,
  tasks,
} from "#server/db/schema/index.ts";
import {
  contentFields,
  type ContentKind,
  type ContentRow,
  type ContentValue,
  type PlanContent,
} from "#shared/features/baselines/plan-content.ts";

/** The plan of a project as it stands, whole; nobody's rights are applied. Rows are in the order of their ids. */
export async function presentContent(db: ReadDb, projectId: string): Promise<PlanContent> {
  const members = await db
    .select({
      id: participants.id,
      number: participants.number,
      organisationId: participants.organisationId,
      name: organisations.name,
      role: participants.role,
      state: participants.state,
    })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(eq(participants.projectId, projectId));
  return {
    project: rowsOf("project", await db.select().from(projects).where(eq(projects.id, projectId))),
    participant: rowsOf("participant", members),
    stream: rowsOf("stream", await db.select().from(streams).where(eq(streams.projectId, projectId))),
    task: rowsOf("task", await db.select().from(tasks).where(eq(tasks.projectId, projectId))),
    link: rowsOf("link", await db.select().from(taskLinks).where(eq(taskLinks.projectId, projectId))),
    deliverable: rowsOf(
      "deliverable",
      await db.select().from(deliverables).where(eq(deliverables.projectId, projectId)),
    ),
    milestone: rowsOf("milestone", await db.select().from(milestones).where(eq(milestones.projectId, projectId))),
    contribution: rowsOf(
      "contribution",
      await db.select().from(contributions).where(eq(contributions.projectId, projectId)),
    ),
    budget: rowsOf("budget", await db.select().from(budgetLines).where(eq(budgetLines.projectId, projectId))),
  };
}

/** SHA-256 of the canonical text of a content, as hexadecimal text; equal contents have equal ones on both databases. */
export function hashOfContent(content: PlanContent): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}

type Row = { id: string } & Record<string, unknown>;

function rowsOf(kind: ContentKind, rows: readonly Row[]): ContentRow[] {
  return rows
    .map((row): ContentRow => {
      const fields = contentFields[kind].map((field) => [field, (row[field] ?? null) as ContentValue]);
      return { id: row.id, ...(Object.fromEntries(fields) as Record<string, ContentValue>) };
    })
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
