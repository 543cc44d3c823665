import { eq, inArray, sql } from "drizzle-orm";

import type { ReadDb } from "#server/db/database.ts";
import {
  baselines,
  budgetLines,
  comments,
  contributions,
  decisions,
  deliverables,
  invitations,
  milestones,
  organisations,
  participants,
  periods,
  projects,
  riskReports,
  risks,
  streams,
  taskLinks,
  tasks,
  updates,
} from "#server/db/schema/index.ts";
import type { Membership } from "#server/features/members/membership.ts";
import type { ChangedFields, EntityName } from "#shared/features/changes/change-words.ts";
import { isInConsortium } from "#shared/features/members/standing.ts";
import { mayKnowParticipant } from "#shared/features/participants/participant-policy.ts";

type Changed = { entity: EntityName; entityId: string; fields: ChangedFields };

type Title = { id: string; title: string };
type TitleSource = { entities: readonly EntityName[]; titles: (db: ReadDb, ids: string[]) => Promise<Title[]> };

/** Where the names of changed records are read; some are filed under the record they are about. */
const titleSources: readonly TitleSource[] = [
  {
    entities: ["project"],
    titles: (db, ids) =>
      db.select({ id: projects.id, title: projects.acronym }).from(projects).where(inArray(projects.id, ids)),
  },
  {
    entities: ["stream"],
    titles: (db, ids) =>
      db.select({ id: streams.id, title: streams.title }).from(streams).where(inArray(streams.id, ids)),
  },
  {
    entities: ["milestone"],
    titles: (db, ids) =>
      db.select({ id: milestones.id, title: milestones.title }).from(milestones).where(inArray(milestones.id, ids)),
  },
  {
    entities: ["task"],
    titles: (db, ids) => db.select({ id: tasks.id, title: tasks.title }).from(tasks).where(inArray(tasks.id, ids)),
  },
  {
    entities: ["task-link"],
    titles: (db, ids) =>
      db
        .select({ id: taskLinks.id, title: tasks.title })
        .from(taskLinks)
        .innerJoin(tasks, eq(tasks.id, taskLinks.successorId))
        .where(inArray(taskLinks.id, ids)),
  },
  {
    entities: ["deliverable"],
    titles: (db, ids) =>
      db
        .select({ id: deliverables.id, title: deliverables.title })
        .from(deliverables)
        .where(inArray(deliverables.id, ids)),
  },
  {
    entities: ["budget"],
    titles: (db, ids) =>
      db.select({ id: budgetLines.id, title: budgetLines.title }).from(budgetLines).where(inArray(budgetLines.id, ids)),
  },
  {
    entities: ["contribution", "amendment"],
    titles: (db, ids) =>
      db
        .select({ id: contributions.id, title: contributions.title })
        .from(contributions)
        .where(inArray(contributions.id, ids)),
  },
  {
    entities: ["update"],
    titles: (db, ids) =>
      db
        .select({ id: updates.id, title: contributions.title })
        .from(updates)
        .innerJoin(contributions, eq(contributions.id, updates.contributionId))
        .where(inArray(updates.id, ids)),
  },
  {
    entities: ["decision", "vote"],
    titles: (db, ids) =>
      db.select({ id: decisions.id, title: decisions.title }).from(decisions).where(inArray(decisions.id, ids)),
  },
  {
    entities: ["baseline"],
    titles: (db, ids) =>
      db.select({ id: baselines.id, title: baselines.name }).from(baselines).where(inArray(baselines.id, ids)),
  },
  {
    entities: ["risk"],
    titles: (db, ids) => db.select({ id: risks.id, title: risks.title }).from(risks).where(inArray(risks.id, ids)),
  },
  {
    entities: ["risk-report"],
    titles: (db, ids) =>
      db
        .select({ id: riskReports.id, title: risks.title })
        .from(riskReports)
        .innerJoin(risks, eq(risks.id, riskReports.riskId))
        .where(inArray(riskReports.id, ids)),
  },
  { entities: ["comment"], titles: talkedAbout },
  {
    entities: ["participant"],
    titles: (db, ids) =>
      db
        .select({ id: participants.id, title: organisations.name })
        .from(participants)
        .innerJoin(organisations, eq(organisations.id, participants.organisationId))
        .where(inArray(participants.id, ids)),
  },
  {
    entities: ["invitation"],
    titles: (db, ids) =>
      db
        .select({ id: invitations.id, title: organisations.name })
        .from(invitations)
        .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
        .where(inArray(invitations.id, ids)),
  },
  {
    entities: ["period"],
    titles: async (db, ids) => {
      const rows = await db
        .select({ id: periods.id, number: periods.number })
        .from(periods)
        .where(inArray(periods.id, ids));
      return rows.map(({ id, number }) => ({ id, title: String(number) }));
    },
  },
];

/** What the changed records are called, by id; a removed record keeps the name its own change shows. */
export async function titlesOf(db: ReadDb, rows: readonly Changed[]): Promise<Map<string, string>> {
  const found = await Promise.all(
    titleSources.map(async ({ entities, titles }) => {
      const ids = rows.filter(({ entity }) => entities.includes(entity)).map(({ entityId }) => entityId);
      return ids.length === 0 ? [] : titles(db, [...new Set(ids)]);
    }),
  );
  const titles = new Map(found.flat().map((row) => [row.id, row.title]));
  for (const row of rows) {
    if (!titles.has(row.entityId)) {
      const remembered = rememberedName(row.fields);
      if (remembered !== null) titles.set(row.entityId, remembered);
    }
  }
  return titles;
}

/** Names of the participants this person may know of, of their organisations, and of the streams and tasks of a project, by id. */
export async function labelsOf(db: ReadDb, membership: Membership): Promise<Record<string, string>> {
  const { projectId } = membership;
  const found = await db
    .select({
      id: participants.id,
      state: participants.state,
      organisationId: organisations.id,
      name: organisations.name,
    })
    .from(participants)
    .innerJoin(organisations, eq(organisations.id, participants.organisationId))
    .where(eq(participants.projectId, projectId));
  const members = found.filter((row) => mayKnowParticipant(membership, row));
  const units = await db
    .select({ id: streams.id, code: streams.code, title: streams.title })
    .from(streams)
    .where(eq(streams.projectId, projectId));
  const steps = isInConsortium(membership)
    ? await db.select({ id: tasks.id, title: tasks.title }).from(tasks).where(eq(tasks.projectId, projectId))
    : [];
  return Object.fromEntries([
    ...members.flatMap((row) => [[row.id, row.name] as const, [row.organisationId, row.name] as const]),
    ...units.map((row) => [row.id, `${row.code} ${row.title}`] as const),
    ...steps.map((row) => [row.id, row.title] as const),
  ]);
}

/** Comments are called as the record they are about. */
async function talkedAbout(db: ReadDb, ids: string[]): Promise<{ id: string; title: string }[]> {
  const lineId = sql`coalesce(${comments.contributionId}, ${updates.contributionId})`;
  const rows = await db
    .select({ id: comments.id, line: contributions.title, stream: streams.title, acronym: projects.acronym })
    .from(comments)
    .innerJoin(projects, eq(projects.id, comments.projectId))
    .leftJoin(streams, eq(streams.id, comments.streamId))
    .leftJoin(updates, eq(updates.id, comments.updateId))
    .leftJoin(contributions, eq(contributions.id, lineId))
    .where(inArray(comments.id, ids));
  return rows.map(({ id, line, stream, acronym }) => ({ id, title: line ?? stream ?? acronym }));
}

function rememberedName(fields: ChangedFields): string | null {
  const field = fields["title"] ?? fields["name"] ?? fields["acronym"];
  const value = field?.[0] ?? field?.[1];
  return typeof value === "string" ? value : null;
}
