import type { Database } from "#server/db/database.ts";
import { milestones, participants, projects, streams } from "#server/db/schema/index.ts";
import { fold } from "#shared/text.ts";

import { fresh, nextNumber } from "./build.ts";

type Project = typeof projects.$inferSelect;
type Participant = typeof participants.$inferSelect;
type Stream = typeof streams.$inferSelect;
type Milestone = typeof milestones.$inferSelect;

/** A running project of 24 months from 2026-01-01, open to its consortium only. */
export async function buildProject(db: Database, overrides: Partial<Project> = {}): Promise<Project> {
  const acronym = overrides.acronym ?? `PROJECT${nextNumber()}`;
  const row: Project = {
    ...fresh(),
    acronym,
    title: `Title of ${acronym}`,
    summary: "",
    objectives: "",
    keywords: [],
    status: "running",
    clusterId: null,
    startOn: "2026-01-01",
    durationMonths: 24,
    periodMonths: 6,
    currency: "EUR",
    ruleBook: "cluster-agreement",
    visibility: "consortium",
    goals: [],
    place: null,
    sample: false,
    source: null,
    externalId: null,
    callTopic: null,
    fundingScheme: null,
    totalCostCents: null,
    maxGrantCents: null,
    search: fold(acronym),
    sortName: fold(acronym),
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(projects).values(row);
  });
  return row;
}

/** An accepted beneficiary; give `role: "coordinator"` for the coordinator. Numbers must be given by the caller when they matter. */
export async function buildParticipant(
  db: Database,
  project: { id: string },
  organisation: { id: string },
  overrides: Partial<Participant> = {},
): Promise<Participant> {
  const row: Participant = {
    ...fresh(),
    projectId: project.id,
    organisationId: organisation.id,
    number: nextNumber(),
    role: "beneficiary",
    state: "accepted",
    joinedOn: "2026-01-01",
    leftOn: null,
    contact: "",
    roleText: "",
    fundingRateBp: null,
    grantCents: null,
    netGrantCents: null,
    totalCostCents: null,
    sourceNumber: null,
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(participants).values(row);
  });
  return row;
}

/** An active technology stream over the whole project. */
export async function buildStream(
  db: Database,
  project: { id: string },
  overrides: Partial<Stream> = {},
): Promise<Stream> {
  const number = overrides.number ?? nextNumber();
  const row: Stream = {
    ...fresh(),
    projectId: project.id,
    number,
    code: `S${number}`,
    title: `Stream ${number}`,
    kind: "technology",
    description: "",
    leadParticipantId: null,
    startMonth: 1,
    endMonth: 24,
    trlStart: 4,
    trlNow: 5,
    trlTarget: 8,
    colour: "teal",
    pattern: "solid",
    state: "active",
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(streams).values(row);
  });
  return row;
}

/** A milestone due in month 6. */
export async function buildMilestone(
  db: Database,
  project: { id: string },
  overrides: Partial<Milestone> = {},
): Promise<Milestone> {
  const number = overrides.number ?? nextNumber();
  const row: Milestone = {
    ...fresh(),
    projectId: project.id,
    number,
    title: `Milestone ${number}`,
    streamIds: [],
    dueMonth: 6,
    verification: "",
    reachedOn: null,
    lateReason: "",
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(milestones).values(row);
  });
  return row;
}
