import { createHash } from "node:crypto";

import { eq, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";

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
  const of = async (kind: ContentKind, table: SQLiteTable & { projectId: AnySQLiteColumn }) =>
    rowsOf(kind, (await db.select().from(table).where(inProject(table.projectId, projectId))) as Row[]);
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
    stream: await of("stream", streams),
    task: await of("task", tasks),
    link: await of("link", taskLinks),
    deliverable: await of("deliverable", deliverables),
    milestone: await of("milestone", milestones),
    contribution: await of("contribution", contributions),
    budget: await of("budget", budgetLines),
  };
}

/** SHA-256 of the canonical text of a content, as hexadecimal text; equal contents have equal ones on both databases. */
export function hashOfContent(content: PlanContent): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}

type Row = { id: string } & Record<string, unknown>;

function inProject(column: AnySQLiteColumn, projectId: string): SQL {
  return eq(column, projectId);
}

function rowsOf(kind: ContentKind, rows: readonly Row[]): ContentRow[] {
  return rows
    .map((row): ContentRow => {
      const fields = contentFields[kind].map((field) => [field, (row[field] ?? null) as ContentValue]);
      return { id: row.id, ...(Object.fromEntries(fields) as Record<string, ContentValue>) };
    })
    .toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
