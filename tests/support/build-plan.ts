import type { Database } from "#server/db/database.ts";
import { baselines, deliverables, risks, taskLinks, tasks } from "#server/db/schema/index.ts";

import { builtAt, fresh, nextNumber } from "./build.ts";

type Task = typeof tasks.$inferSelect;
type TaskLink = typeof taskLinks.$inferSelect;
type Deliverable = typeof deliverables.$inferSelect;
type Risk = typeof risks.$inferSelect;
type Baseline = typeof baselines.$inferSelect;
type Stream = { id: string; projectId: string };

/** A planned task of months 1 to 6 without lead. */
export async function buildTask(db: Database, stream: Stream, overrides: Partial<Task> = {}): Promise<Task> {
  const number = nextNumber();
  const row: Task = {
    ...fresh(),
    projectId: stream.projectId,
    streamId: stream.id,
    number,
    title: `Task ${number}`,
    description: "",
    leadParticipantId: null,
    participantIds: [],
    startMonth: 1,
    endMonth: 6,
    pinned: false,
    progressBp: 0,
    state: "planned",
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(tasks).values(row);
  });
  return row;
}

/** One task waits for another, without lag. */
export async function buildTaskLink(
  db: Database,
  predecessor: Task,
  successor: Task,
  overrides: Partial<TaskLink> = {},
): Promise<TaskLink> {
  const row: TaskLink = {
    ...fresh(),
    projectId: predecessor.projectId,
    predecessorId: predecessor.id,
    successorId: successor.id,
    lagMonths: 0,
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(taskLinks).values(row);
  });
  return row;
}

/** A pending public report due in month 6. */
export async function buildDeliverable(
  db: Database,
  stream: Stream,
  overrides: Partial<Deliverable> = {},
): Promise<Deliverable> {
  const number = nextNumber();
  const row: Deliverable = {
    ...fresh(),
    projectId: stream.projectId,
    streamId: stream.id,
    taskId: null,
    number,
    title: `Deliverable ${number}`,
    description: "",
    leadParticipantId: null,
    type: "R",
    dissemination: "PU",
    dueMonth: 6,
    state: "pending",
    submittedOn: null,
    lateReason: "",
    link: null,
    reviewNote: "",
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(deliverables).values(row);
  });
  return row;
}

/** A risk of low likelihood and middle severity, without owner. */
export async function buildRisk(db: Database, project: { id: string }, overrides: Partial<Risk> = {}): Promise<Risk> {
  const number = nextNumber();
  const row: Risk = {
    ...fresh(),
    projectId: project.id,
    number,
    title: `Risk ${number}`,
    description: "",
    likelihood: "L",
    severity: "M",
    streamIds: [],
    ownerParticipantId: null,
    mitigation: "",
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(risks).values(row);
  });
  return row;
}

/** An empty named baseline. */
export async function buildBaseline(
  db: Database,
  project: { id: string },
  overrides: Partial<Baseline> = {},
): Promise<Baseline> {
  const number = nextNumber();
  const row: Baseline = {
    ...fresh(),
    projectId: project.id,
    number,
    kind: "named",
    name: `Baseline ${number}`,
    note: "",
    decidedOn: null,
    inForceOn: null,
    frozenAt: builtAt,
    content: {},
    contentHash: "0".repeat(64),
    byUserId: null,
    removedAt: null,
    ...overrides,
  };
  await db.housekeep(async (tx) => {
    await tx.insert(baselines).values(row);
  });
  return row;
}
