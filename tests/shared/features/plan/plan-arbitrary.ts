import fc from "fast-check";

import type { ProjectPlan } from "#shared/features/plan/plan.ts";
import { streamColours, streamPatterns } from "#shared/features/streams/stream-words.ts";

const idOf = (kind: number, at: number) =>
  `0190${kind}000-0000-7000-8000-${String((at * 7919) % 99991).padStart(5, "0")}${String(at).padStart(7, "0")}`;

type Months = [start: number | null, end: number | null];

/** A plan of tasks with these months, dealt to `streams` streams, and links between them by place. */
export function planOf(shape: {
  streams?: number;
  tasks: readonly Months[];
  links?: readonly (readonly [from: number, to: number])[];
  startOn?: string | null;
}): ProjectPlan {
  const { streams = 1, tasks, links = [], startOn = "2026-01-01" } = shape;
  const participants = [0, 1, 2].map((at) => ({
    id: idOf(3, at),
    number: at + 1,
    organisationId: idOf(4, at),
    name: `Member ${at + 1}`,
  }));
  const lead = (at: number) => (at % 4 === 3 ? null : idOf(3, at % 4));
  return {
    projectId: idOf(0, 0),
    acronym: "PLAN",
    startOn,
    durationMonths: 24,
    streams: Array.from({ length: streams }, (_, at) => ({
      id: idOf(1, at),
      version: 1,
      number: at + 1,
      code: `S${at + 1}`,
      title: `Stream ${at + 1}`,
      kind: "technology",
      state: "active",
      colour: streamColours[at % streamColours.length] ?? "teal",
      pattern: streamPatterns[at % streamPatterns.length] ?? "solid",
      leadParticipantId: lead(at),
      startMonth: at % 2 === 0 ? null : 1,
      endMonth: at % 2 === 0 ? null : 12,
    })),
    tasks: tasks.map(([startMonth, endMonth], at) => ({
      id: idOf(2, at),
      version: 1,
      streamId: idOf(1, at % streams),
      number: Math.floor(at / streams) + 1,
      code: `${(at % streams) + 1}.${Math.floor(at / streams) + 1}`,
      title: `Task ${at + 1}`,
      leadParticipantId: lead(at),
      participantIds: [],
      startMonth,
      endMonth,
      pinned: false,
      progressBp: (at * 1_234) % 10_001,
      state: "active",
      mayRevise: true,
      mayReport: true,
    })),
    links: links.map(([from, to], at) => ({
      id: idOf(5, at),
      version: 1,
      predecessorId: idOf(2, from),
      successorId: idOf(2, to),
      lagMonths: 0,
    })),
    deliverables: [],
    milestones: [],
    participants,
    may: { plan: true },
  };
}

const month = fc.integer({ min: 1, max: 60 });
const months: fc.Arbitrary<Months> = fc.oneof(
  fc.tuple(month, fc.nat(20)).map(([start, more]): Months => [start, start + more]),
  fc.tuple(month, fc.constant(null)),
  fc.tuple(fc.constant(null), month),
  fc.constant<Months>([null, null]),
);

/** Plans with streams, tasks with and without months, deliverables, milestones and links that never form a circle. */
export const plans: fc.Arbitrary<ProjectPlan> = fc
  .record({
    streams: fc.integer({ min: 1, max: 5 }),
    tasks: fc.array(months, { maxLength: 25 }),
    pairs: fc.uniqueArray(fc.tuple(fc.nat(24), fc.nat(24)), {
      maxLength: 30,
      selector: ([from, to]) => from * 100 + to,
    }),
    startOn: fc.constantFrom(null, "2026-01-01", "2025-10-31"),
    dues: fc.array(fc.option(month), { maxLength: 12 }),
    reached: fc.array(month, { maxLength: 6 }),
  })
  .map(({ streams, tasks, pairs, startOn, dues, reached }) => {
    const links = pairs.filter(([from, to]) => from < to && to < tasks.length);
    const plan = planOf({ streams, tasks, links, startOn });
    const deliverables: ProjectPlan["deliverables"] = dues.map((dueMonth, at) => ({
      id: idOf(6, at),
      version: 1,
      streamId: idOf(1, at % streams),
      taskId: plan.tasks[at * 2]?.id ?? null,
      number: at + 1,
      code: `D${at + 1}`,
      title: `Deliverable ${at + 1}`,
      leadParticipantId: plan.participants[at % 3]?.id ?? null,
      type: "R",
      dissemination: "PU",
      dueMonth,
      state: at % 2 === 0 ? "pending" : "accepted",
      submittedOn: null,
      lateReason: "",
      mayRevise: true,
      maySubmit: true,
    }));
    const milestones: ProjectPlan["milestones"] = reached.map((dueMonth, at) => ({
      id: idOf(7, at),
      version: 1,
      number: at + 1,
      title: `Milestone ${at + 1}`,
      streamIds: at % 2 === 0 ? [] : [idOf(1, at % streams), idOf(1, 0)],
      dueMonth,
      reachedOn: at % 3 === 0 ? "2026-02-02" : null,
      lateReason: "",
    }));
    return { ...plan, deliverables, milestones };
  });
