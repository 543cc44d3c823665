import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { findGaps } from "#shared/features/gaps/gap-rules.ts";
import type { GapWorld, WorldLine, WorldReport } from "#shared/features/gaps/gap-world.ts";
import { type GapKind, gapKinds, severityOf } from "#shared/features/gaps/gap-words.ts";

import {
  tidyDeliverable,
  tidyLine,
  tidyMember,
  tidyPeriod,
  tidyReport,
  tidyStream,
  tidyTask,
  tidyWorld,
} from "./tidy-world.ts";

const withProject = (project: Partial<GapWorld["project"]>, more: Partial<GapWorld> = {}) =>
  tidyWorld({ ...more, project: { ...tidyWorld().project, ...project } });
const withStream = (changes: Parameters<typeof tidyStream>[1]) => tidyWorld({ streams: [tidyStream(1, changes)] });
const withLine = (changes: Partial<WorldLine>) =>
  tidyWorld({
    lines: [tidyLine(1), tidyLine(2, { participantId: "p2" }), tidyLine(3, { participantId: "p2", ...changes })],
  });
const withReport = (report: Partial<WorldReport>, line: Partial<WorldLine> = {}) =>
  withLine({ ...line, reports: [tidyReport({ id: "r2", ...report })] });
const withMember = (changes: Parameters<typeof tidyMember>[1]) =>
  tidyWorld({ members: [tidyMember(1), tidyMember(2, changes)] });
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const openPeriod = [
  tidyPeriod(1, { locked: false, dueOn: "2026-08-30" }),
  ...[2, 3, 4].map((each) => tidyPeriod(each)),
];

const withWork = (work: Partial<GapWorld["work"]>) =>
  tidyWorld({ work: { tasks: [tidyTask(1)], links: [], deliverables: [tidyDeliverable()], ...work } });

/** One world for each kind that has this gap and no other; with whose turn it is. */
const worlds: Record<GapKind, [world: GapWorld, owner: string | null]> = {
  "task-no-lead": [withWork({ tasks: [tidyTask(1, { leadParticipantId: null })] }), "o1"],
  "task-no-months": [withWork({ tasks: [tidyTask(1, { endMonth: null })] }), "o1"],
  "task-outside-stream": [withWork({ tasks: [tidyTask(1, { endMonth: 25 })] }), "o1"],
  "task-before-predecessor": [
    withWork({
      tasks: [tidyTask(1), tidyTask(2, { startMonth: 6, endMonth: 7 })],
      links: [{ id: "l", version: 1, predecessorId: "k1", successorId: "k2", lagMonths: 0 }],
    }),
    "o1",
  ],
  "deliverable-no-lead": [withWork({ deliverables: [tidyDeliverable({ leadParticipantId: null })] }), "o1"],
  "deliverable-overdue": [withWork({ deliverables: [tidyDeliverable({ dueMonth: 7, state: "returned" })] }), "o2"],
  "project-no-coordinator": [tidyWorld({ coordinator: null }), "c"],
  "project-no-start": [withProject({ startOn: null }), "o1"],
  "project-no-duration": [withProject({ durationMonths: null }), "o1"],
  "project-no-cluster": [withProject({ clusterId: null }, { cluster: null }), "o1"],
  "project-no-summary": [withProject({ summary: " " }), "o1"],
  "project-no-periods": [
    tidyWorld({ periods: [], lines: tidyWorld().lines.map((line) => ({ ...line, reports: [] })) }),
    "o1",
  ],
  "stream-no-lead": [withStream({ leadParticipantId: null, leadState: null }), "o1"],
  "stream-lead-not-accepted": [withStream({ leadParticipantId: "p2", leadState: "invited" }), "o1"],
  "stream-no-months": [withStream({ endMonth: null }), "o1"],
  "stream-no-contribution": [tidyWorld({ streams: [tidyStream(1), tidyStream(2, { agreedLines: 0 })] }), "o1"],
  "stream-trl-target-below-start": [withStream({ trlStart: 6, trlNow: null, trlTarget: 5 }), "o1"],
  "stream-trl-above-target": [withStream({ leadParticipantId: "p2", trlNow: 9, trlTarget: 8 }), "o2"],
  "stream-outside-project": [withStream({ endMonth: 25 }), "o1"],
  "contribution-no-value": [withLine({ valueCents: null, basis: null, reports: [] }), "o2"],
  "contribution-no-basis": [withLine({ basis: null }), "o2"],
  "contribution-no-months": [withLine({ toMonth: null }), "o2"],
  "contribution-outside-stream": [
    tidyWorld({
      streams: [tidyStream(1), tidyStream(2, { startMonth: 3 })],
      lines: [tidyLine(1), tidyLine(2, { participantId: "p2", streamId: "s2" })],
    }),
    "o2",
  ],
  "contribution-outside-project": [withLine({ toMonth: 30 }), "o2"],
  "contribution-open": [withLine({ state: "countered", reports: [], since: day("2026-08-10") }), "o2"],
  "contribution-dropped-stream": [
    tidyWorld({
      streams: [tidyStream(1), tidyStream(2, { state: "dropped" })],
      lines: [tidyLine(1), tidyLine(2, { participantId: "p2", streamId: "s2" })],
    }),
    "o1",
  ],
  "contribution-delivered-over": [withReport({ deliveredCents: 1_200, remainingCents: 0 }), "o2"],
  "contribution-forecast-over": [withReport({ remainingCents: 900 }), "o2"],
  "contribution-done-but-remaining": [withReport({ progressBp: 10_000 }), "o2"],
  "contribution-lands-last": [withReport({}, { toMonth: 6 }), "o2"],
  "member-silent": [withMember({ state: "invited", since: day("2026-08-10"), agreedLines: 0 }), "o2"],
  "member-no-contribution": [
    tidyWorld({ members: [tidyMember(1), tidyMember(2), tidyMember(3, { agreedLines: 0 })] }),
    "o3",
  ],
  "member-no-person": [withMember({ hasPerson: false }), "o1"],
  "member-no-country": [withMember({ country: null }), "o2"],
  "member-no-size": [withMember({ size: null }), "o2"],
  "member-no-contact": [withMember({ contact: "" }), "o2"],
  "member-share": [
    tidyWorld({ lines: [tidyLine(1, { valueCents: 9_000, reports: [] }), tidyLine(2, { participantId: "p2" })] }),
    "o1",
  ],
  "member-duplicate": [withMember({ name: "MEMBER 1 Oy" }), "o1"],
  "report-overdue": [
    tidyWorld({ periods: openPeriod, lines: [tidyLine(1), tidyLine(2, { participantId: "p2", reports: [] })] }),
    "o2",
  ],
  "report-returned": [
    tidyWorld({
      periods: [tidyPeriod(1, { locked: false, dueOn: "2026-09-30" }), tidyPeriod(2), tidyPeriod(3), tidyPeriod(4)],
      lines: [
        tidyLine(1),
        tidyLine(2, {
          participantId: "p2",
          reports: [tidyReport({ state: "returned", reviewedAt: day("2026-08-20") })],
        }),
      ],
    }),
    "o2",
  ],
  "report-waiting": [
    tidyWorld({
      periods: openPeriod,
      lines: [
        tidyLine(1),
        tidyLine(2, {
          participantId: "p2",
          reports: [tidyReport({ state: "submitted", submittedAt: day("2026-08-10") })],
        }),
      ],
    }),
    "o1",
  ],
  "period-not-locked": [
    tidyWorld({ periods: [tidyPeriod(1, { locked: false }), tidyPeriod(2), tidyPeriod(3), tidyPeriod(4)] }),
    "o1",
  ],
  "milestone-late": [
    tidyWorld({ milestones: [{ id: "m", title: "Late", dueMonth: 7, verification: "Photo", reachedOn: null }] }),
    "o1",
  ],
  "risk-no-owner": [
    tidyWorld({ risks: [{ id: "r", title: "Late permit", ownerParticipantId: null, mitigation: "Ask early" }] }),
    "o1",
  ],
  "risk-no-mitigation": [
    tidyWorld({ risks: [{ id: "r", title: "Late permit", ownerParticipantId: "p2", mitigation: " " }] }),
    "o2",
  ],
  "milestone-no-verification": [
    tidyWorld({ milestones: [{ id: "m", title: "Bare", dueMonth: 12, verification: "", reachedOn: null }] }),
    "o1",
  ],
};

describe("the finder of gaps", () => {
  test.each(gapKinds)("finds %s, and says whose turn it is", (kind) => {
    const [world, owner] = worlds[kind];
    expect(findGaps(world).map((gap) => [gap.kind, gap.owner.organisationId, gap.severity])).toEqual([
      [kind, owner, severityOf(kind)],
    ]);
  });

  const tidy = fc
    .record({
      members: fc.integer({ min: 2, max: 6 }),
      streams: fc.integer({ min: 1, max: 5 }),
      lines: fc.array(
        fc.record({ delivered: fc.nat(1_000), stream: fc.nat(4), from: fc.integer({ min: 1, max: 6 }) }),
        { maxLength: 10 },
      ),
      seesAllLines: fc.boolean(),
    })
    .map(({ members, streams, lines, seesAllLines }) =>
      tidyWorld({
        seesAllLines,
        members: Array.from({ length: members }, (_, index) => tidyMember(index + 1)),
        streams: Array.from({ length: streams }, (_, index) => tidyStream(index + 1)),
        lines: [
          tidyLine(1),
          tidyLine(2, { participantId: "p2" }),
          ...lines.flatMap(({ delivered, stream, from }, index) =>
            // A pair of equal lines of two members keeps anybody from carrying most of it.
            [1, 2].map((member) =>
              tidyLine(index * 2 + member + 2, {
                participantId: `p${member}`,
                streamId: `s${(stream % streams) + 1}`,
                fromMonth: from,
                reports: [tidyReport({ deliveredCents: delivered, remainingCents: 1_000 - delivered })],
              }),
            ),
          ),
        ],
      }),
    );

  test("finds nothing where nothing is missing", () => {
    fc.assert(
      fc.property(tidy, (world) => {
        expect(findGaps(world)).toEqual([]);
      }),
    );
  });

  test("names every gap by a key of its own, the same every time", () => {
    const given = Object.values(worlds).map(([world]) => world);
    const world = tidyWorld({
      lines: given.flatMap(({ lines }, at) => lines.map((line) => ({ ...line, id: `${line.id}-${at}` }))),
      streams: given.flatMap(({ streams }, at) => streams.map((stream) => ({ ...stream, id: `${stream.id}-${at}` }))),
      milestones: given.flatMap(({ milestones }, at) => milestones.map((row) => ({ ...row, id: `m-${at}` }))),
    });
    const keys = findGaps(world).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(findGaps(world).map(({ key }) => key)).toEqual(keys);
  });

  test("wants nothing of a project that was cancelled", () => {
    expect(findGaps(withProject({ status: "cancelled", startOn: null }))).toEqual([]);
  });

  test("tells no share to who does not see the whole ledger, and no duplicates to who does not see members", () => {
    expect(findGaps({ ...worlds["member-share"][0], seesAllLines: false })).toEqual([]);
    expect(findGaps({ ...worlds["member-duplicate"][0], seesMembers: false })).toEqual([]);
  });

  test("leaves patience to invitations, offers and reviews", () => {
    expect(findGaps(withMember({ state: "invited", since: day("2026-08-25"), agreedLines: 0 }))).toEqual([]);
    expect(findGaps(withLine({ state: "proposed", reports: [], since: day("2026-08-25") }))).toEqual([]);
  });
});
