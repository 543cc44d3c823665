import type {
  GapWorld,
  WorldLine,
  WorldMember,
  WorldPeriod,
  WorldReport,
  WorldStream,
} from "#shared/features/gaps/gap-world.ts";
import type { PlanDeliverable, PlanTask } from "#shared/features/plan/plan.ts";

const longAgo = Date.parse("2026-01-01T00:00:00Z");

/** A member that takes part and can be reached. */
export function tidyMember(index: number, changes: Partial<WorldMember> = {}): WorldMember {
  return {
    id: `p${index}`,
    organisationId: `o${index}`,
    name: `Member ${index}`,
    kind: "enterprise",
    state: "accepted",
    since: longAgo,
    contact: "A. Person",
    country: "FI",
    size: "small",
    vatNumber: null,
    pic: null,
    hasPerson: true,
    agreedLines: 1,
    ...changes,
  };
}

/** A stream of all 24 months, led by member 1. */
export function tidyStream(index: number, changes: Partial<WorldStream> = {}): WorldStream {
  return {
    id: `s${index}`,
    code: `S${index}`,
    title: `Stream ${index}`,
    state: "active",
    leadParticipantId: "p1",
    leadState: "accepted",
    startMonth: 1,
    endMonth: 24,
    trlStart: 4,
    trlNow: 5,
    trlTarget: 8,
    agreedLines: 1,
    ...changes,
  };
}

/** An accepted report of the first period: a quarter delivered. */
export function tidyReport(changes: Partial<WorldReport> = {}): WorldReport {
  return {
    id: "r1",
    periodId: "t1",
    periodNumber: 1,
    state: "accepted",
    submittedAt: longAgo,
    reviewedAt: longAgo,
    progressBp: 2_500,
    deliveredCents: 250,
    deliveredPmHundredths: null,
    remainingCents: 750,
    remainingPmHundredths: null,
    ...changes,
  };
}

/** An agreed line of 10.00 over all months, reported on in the first period. */
export function tidyLine(index: number, changes: Partial<WorldLine> = {}): WorldLine {
  return {
    id: `l${index}`,
    title: `Line ${index}`,
    participantId: "p1",
    streamId: "s1",
    kind: "cash",
    state: "agreed",
    valueCents: 1_000,
    effortPmHundredths: null,
    basis: "own-cost",
    fromMonth: 1,
    toMonth: 24,
    since: longAgo,
    reports: [tidyReport({ id: `r${index}` })],
    ...changes,
  };
}

/** The first of four half-years, locked; the others are not due yet. */
export function tidyPeriod(number: number, changes: Partial<WorldPeriod> = {}): WorldPeriod {
  return {
    id: `t${number}`,
    number,
    startMonth: number * 6 - 5,
    endMonth: number * 6,
    dueOn: ["2026-07-30", "2027-01-30", "2027-07-30", "2028-01-30"][number - 1] ?? "2028-07-30",
    locked: number === 1,
    ...changes,
  };
}

/** A task of month 1 to 6, led by member 2. */
export function tidyTask(number: number, changes: Partial<PlanTask> = {}): PlanTask {
  return {
    id: `k${number}`,
    version: 1,
    streamId: "s1",
    number,
    code: `1.${number}`,
    title: `Task ${number}`,
    leadParticipantId: "p2",
    participantIds: [],
    startMonth: 1,
    endMonth: 6,
    pinned: false,
    progressBp: 0,
    state: "active",
    mayRevise: true,
    mayReport: true,
    ...changes,
  };
}

/** A deliverable of month 12, led by member 2. */
export function tidyDeliverable(changes: Partial<PlanDeliverable> = {}): PlanDeliverable {
  return {
    id: "d1",
    version: 1,
    streamId: "s1",
    taskId: null,
    number: 1,
    code: "D1.1",
    title: "Report",
    leadParticipantId: "p2",
    type: "R",
    dissemination: "PU",
    dueMonth: 12,
    state: "pending",
    submittedOn: null,
    lateReason: "",
    mayRevise: true,
    maySubmit: true,
    ...changes,
  };
}

/** A project of 24 months from 2026-01-01, looked at on 2026-09-01, in which nothing is missing. */
export function tidyWorld(changes: Partial<GapWorld> = {}): GapWorld {
  return {
    today: "2026-09-01",
    project: {
      id: "x",
      acronym: "TIDY",
      status: "running",
      startOn: "2026-01-01",
      durationMonths: 24,
      clusterId: "c",
      summary: "All is said.",
    },
    coordinator: { organisationId: "o1", name: "Member 1" },
    cluster: { organisationId: "c", name: "Cluster" },
    members: [tidyMember(1), tidyMember(2)],
    streams: [tidyStream(1)],
    lines: [tidyLine(1), tidyLine(2, { participantId: "p2" })],
    periods: [1, 2, 3, 4].map((number) => tidyPeriod(number)),
    risks: [],
    milestones: [{ id: "m1", title: "Heat on", dueMonth: 12, verification: "Protocol", reachedOn: null }],
    work: { tasks: [], links: [], deliverables: [] },
    seesAllLines: true,
    seesMembers: true,
    ...changes,
  };
}
