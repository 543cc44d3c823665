import { and, eq, inArray, ne } from "drizzle-orm";

import { CORDIS } from "#shared/features/imports/import-words.ts";
import type { ParsedPlan } from "#shared/features/imports/plan-parts.ts";
import { fold } from "#shared/text.ts";

import type { ReadDb } from "#server/db/database.ts";
import {
  contributions,
  deliverables,
  milestones,
  offers,
  organisations,
  participants,
  projects,
  streams,
  tasks,
} from "#server/db/schema/index.ts";

import type { ProjectRow } from "./known-rows.ts";
import { chunksOf } from "./plan.ts";

export type StreamRow = typeof streams.$inferSelect;
export type TaskRow = typeof tasks.$inferSelect;
export type DeliverableRow = typeof deliverables.$inferSelect;
export type MilestoneRow = typeof milestones.$inferSelect;
export type LineRow = typeof contributions.$inferSelect;

/** Who a source may mean: a participant by its number here, or the number, name and short name of its organisation. */
export type Member = {
  id: string;
  organisationId: string;
  number: number;
  externalId: string | null;
  name: string;
  shortName: string | null;
};

/** What the plan of a project holds already. */
export type KnownPlan = {
  streams: StreamRow[];
  tasks: TaskRow[];
  deliverables: DeliverableRow[];
  milestones: MilestoneRow[];
  members: Member[];
  /** Effort that the whole consortium sees; what is confidential stays out of every comparison. */
  lines: LineRow[];
  /** Lines that their own member has had a say in. */
  talkedLines: Set<string>;
};

export const nothingKnown = (members: Member[]): KnownPlan => ({
  streams: [],
  tasks: [],
  deliverables: [],
  milestones: [],
  members,
  lines: [],
  talkedLines: new Set(),
});

/** The project a plan is for: by identifier, else by its CORDIS number, else the only one of that acronym. */
export async function projectOfPlan(db: ReadDb, project: ParsedPlan["project"]): Promise<ProjectRow | null> {
  if ("id" in project) {
    const [row] = await db.select().from(projects).where(eq(projects.id, project.id));
    return row ?? null;
  }
  const { externalId, acronym } = project;
  const [byNumber] = await db
    .select()
    .from(projects)
    .where(and(eq(projects.source, CORDIS), eq(projects.externalId, externalId)));
  if (byNumber || acronym === "") return byNumber ?? null;
  const byName = await db.select().from(projects).where(eq(projects.acronym, acronym)).limit(2);
  return byName.length === 1 ? (byName[0] ?? null) : null;
}

/** Reads the plan of a project as it stands. */
export async function loadPlan(db: ReadDb, projectId: string): Promise<KnownPlan> {
  const members = await db
    .select({
      id: participants.id,
      organisationId: participants.organisationId,
      number: participants.number,
      externalId: organisations.externalId,
      name: organisations.name,
      shortName: organisations.shortName,
    })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(eq(participants.projectId, projectId));
  const lines = await db
    .select()
    .from(contributions)
    .where(
      and(
        eq(contributions.projectId, projectId),
        eq(contributions.kind, "effort"),
        eq(contributions.confidentiality, "consortium"),
        ne(contributions.state, "withdrawn"),
      ),
    );
  const talkedLines = new Set<string>();
  for (const chunk of chunksOf(lines, 500)) {
    const ids = chunk.map((line) => line.id);
    const talks = await db
      .selectDistinct({ id: offers.contributionId })
      .from(offers)
      .where(and(inArray(offers.contributionId, ids), eq(offers.side, "member")));
    for (const { id } of talks) talkedLines.add(id);
  }
  return {
    streams: await db.select().from(streams).where(eq(streams.projectId, projectId)),
    tasks: await db.select().from(tasks).where(eq(tasks.projectId, projectId)),
    deliverables: await db.select().from(deliverables).where(eq(deliverables.projectId, projectId)),
    milestones: await db.select().from(milestones).where(eq(milestones.projectId, projectId)),
    members,
    lines,
    talkedLines,
  };
}

/** Finds what a source names among several; null for none, "several" when it cannot be told. */
export class NameBook<Row extends { id: string }> {
  private readonly rows = new Map<string, Row | "several">();

  add(name: string | number | null, row: Row): void {
    const key = fold(String(name ?? ""));
    if (key === "") return;
    const known = this.rows.get(key);
    this.rows.set(key, known && (known === "several" || known.id !== row.id) ? "several" : row);
  }

  find(name: string): Row | "several" | null {
    return this.rows.get(fold(name)) ?? null;
  }
}

/** Participants by organisation number, short name and name; by their number here where nothing else is called so. */
export function memberBook(members: readonly Member[]): NameBook<Member> {
  const book = new NameBook<Member>();
  for (const member of members) {
    book.add(member.externalId, member);
    book.add(member.shortName, member);
    book.add(member.name, member);
  }
  for (const member of members) if (book.find(String(member.number)) === null) book.add(member.number, member);
  return book;
}

/** Streams by code, number and title. */
export function streamBook<Row extends { id: string; code: string; number: number; title: string }>(
  rows: readonly Row[],
): NameBook<Row> {
  const book = new NameBook<Row>();
  for (const row of rows) book.add(row.code, row);
  for (const row of rows) {
    for (const name of [String(row.number), row.title, `${row.code} ${row.title}`])
      if (book.find(name) === null) book.add(name, row);
  }
  return book;
}
