import { and, eq, ne, sql } from "drizzle-orm";

import type { ChecklistStep } from "#shared/features/home/checklist-words.ts";
import type { Home } from "#shared/features/home/home.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { mayCreateProject } from "#shared/features/projects/project-policy.ts";

import type { ReadDb } from "#server/db/database.ts";
import { countOf } from "#server/db/order.ts";
import { prepared } from "#server/db/prepare.ts";
import { contributions, memberships, organisations, participants, streams } from "#server/db/schema/index.ts";

import { ownPart, participationsOf } from "./own-part-queries.ts";
import { portfolio } from "./portfolio-queries.ts";

const organisationById = prepared("home_organisation", (db) =>
  db
    .select({ name: organisations.name, shortName: organisations.shortName, profile: organisations.profile })
    .from(organisations)
    .where(eq(organisations.id, sql.placeholder("organisationId"))),
);

const membersOf = prepared("home_members", (db) =>
  db
    .select({ members: countOf() })
    .from(memberships)
    .where(eq(memberships.parentId, sql.placeholder("organisationId"))),
);

/** Partners, streams and lines of one project: whether planning has begun. */
const planOf = prepared("home_plan", (db) =>
  db
    .select({
      partners: sql<number>`(${db
        .select({ found: countOf() })
        .from(participants)
        .where(
          and(eq(participants.projectId, sql.placeholder("projectId")), ne(participants.state, "declined")),
        )})`.mapWith(Number),
      streams: sql<number>`(${db
        .select({ found: countOf() })
        .from(streams)
        .where(eq(streams.projectId, sql.placeholder("projectId")))})`.mapWith(Number),
      lines: sql<number>`(${db
        .select({ found: countOf() })
        .from(contributions)
        .where(
          and(
            eq(contributions.projectId, sql.placeholder("projectId")),
            eq(contributions.confidentiality, "consortium"),
          ),
        )})`.mapWith(Number),
    })
    .from(organisations)
    .where(eq(organisations.id, sql.placeholder("organisationId"))),
);

/** The first page: our part over all projects, the portfolio of who leads any, and the first steps still to do. */
export async function showHome(db: ReadDb, person: Person): Promise<Home> {
  const organisationId = person.seat?.organisationId ?? null;
  const nothing = {
    organisationId,
    organisationName: null,
    ownPart: null,
    portfolio: null,
    done: [],
    mayCreateProject: mayCreateProject(person),
  };
  if (organisationId === null) return nothing;
  const [[organisation], participations] = await Promise.all([
    organisationById(db, { organisationId }),
    participationsOf(db, organisationId),
  ]);
  const leads =
    person.seat?.kind === "cluster" ||
    participations.some(({ role, state }) => role === "coordinator" && state === "accepted");
  const projects = leads ? await portfolio(db, person) : null;
  const projectIds = [
    ...new Set([...participations.map(({ projectId }) => projectId), ...(projects?.rows ?? []).map(({ id }) => id)]),
  ];
  return {
    ...nothing,
    organisationName: organisation?.shortName ?? organisation?.name ?? null,
    ownPart: participations.length > 0 ? await ownPart(db, organisationId, person.today, participations) : null,
    portfolio: projects,
    done: await stepsDone(db, organisationId, { profile: organisation?.profile ?? "", projectIds }),
  };
}

async function stepsDone(
  db: ReadDb,
  organisationId: string,
  facts: { profile: string; projectIds: readonly string[] },
): Promise<ChecklistStep[]> {
  // Four projects tell enough about whether somebody has begun.
  const plans = await Promise.all(
    facts.projectIds.slice(0, 4).map(async (projectId) => (await planOf(db, { organisationId, projectId }))[0]),
  );
  const [counted] = await membersOf(db, { organisationId });
  const done: Record<ChecklistStep, boolean> = {
    profile: facts.profile.trim() !== "",
    members: (counted?.members ?? 0) > 0 || plans.some((plan) => (plan?.partners ?? 0) > 1),
    project: facts.projectIds.length > 0,
    plan: plans.some((plan) => (plan?.partners ?? 0) > 1 && (plan?.streams ?? 0) > 0),
    contributions: plans.some((plan) => (plan?.lines ?? 0) > 0),
  };
  return (Object.keys(done) as ChecklistStep[]).filter((step) => done[step]);
}
