import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { reachMilestone, removeMilestone, reviseMilestone } from "#server/features/milestones/milestone-service.ts";
import { createMilestone } from "#server/features/milestones/milestone-service.ts";
import {
  addParticipant,
  describeParticipant,
  removeParticipant,
  reviseParticipant,
} from "#server/features/participants/participant-service.ts";
import { inviteAgain, withdrawParticipant } from "#server/features/participants/participation-service.ts";
import { changeProjectStatus, removeProject, reviseProject } from "#server/features/projects/project-service.ts";
import { createProject } from "#server/features/projects/project-creation-service.ts";
import { generateProjectPeriods, lockPeriod, revisePeriod } from "#server/features/reporting/period-service.ts";
import { reorderStreams } from "#server/features/streams/stream-order-service.ts";
import { createStream, removeStream, reportOnStream, reviseStream } from "#server/features/streams/stream-service.ts";
import { milestones, participants, periods, projects, streams } from "#server/db/schema/index.ts";
import { createStreamSchema } from "#shared/features/streams/stream.ts";
import { addParticipantSchema } from "#shared/features/participants/participant.ts";
import { createProjectSchema } from "#shared/features/projects/project.ts";
import { buildComment } from "#tests/support/build-comment.ts";
import { buildMilestone, buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";

import { act, rowsOf, undo } from "./undo-stage.ts";

type Team = Awaited<ReturnType<typeof buildTeam>>;
let db: Database;
let team: Team;
beforeEach(async () => {
  db = await openTestDatabase();
  team = await buildTeam(db);
});

const all = {
  streams: () => db.read.select().from(streams).orderBy(streams.id),
  participants: () => db.read.select().from(participants).orderBy(participants.id),
  milestones: () => db.read.select().from(milestones).orderBy(milestones.id),
  periods: () => db.read.select().from(periods).orderBy(periods.id),
  projects: () => db.read.select().from(projects).orderBy(projects.id),
};

/** Everything planned, but for how often and when it was written. */
async function plan(): Promise<string> {
  const tables = await Promise.all(Object.values(all).map((read) => read()));
  return JSON.stringify(tables, (key, value: unknown) =>
    ["version", "updatedAt", "search", "sortName"].includes(key) ? undefined : value,
  );
}

/** Does `work` as the coordinator, takes it back, does it again and takes that back, looking at every row each time. */
async function thereAndBack(work: Parameters<typeof act>[2]): Promise<void> {
  const person = team.people.coordinator;
  const before = await plan();
  const { groupId } = await act(db, person, work);
  const after = await plan();
  expect(after).not.toBe(before);
  const undone = await undo(db, person, groupId);
  expect(undone).toMatchObject({ skipped: [], adjusted: [], isRedo: false });
  expect(await plan()).toBe(before);
  const redone = await undo(db, person, undone.groupId);
  expect(redone).toMatchObject({ skipped: [], isRedo: true });
  expect(await plan()).toBe(after);
  expect((await undo(db, person, redone.groupId)).isRedo).toBe(false);
  expect(await plan()).toBe(before);
}

const newStream = () => createStreamSchema.parse({ projectId: team.project.id, title: "New", kind: "technology" });

const milestoneVersion = async () => (await all.milestones())[0]!.version;
const projectVersion = async () => (await all.projects())[0]!.version;
const firstPeriod = async () => (await all.periods()).find(({ number }) => number === 1)!;

describe("an act is taken back, done again and taken back once more, row by row as before", () => {
  test("stream: added, changed, reported on, reordered, removed with what milestones say of it", async () => {
    expect.hasAssertions();
    const { coordinator: me } = team.people;
    const [first, second, third] = [
      await buildStream(db, team.project, { number: 1 }),
      await buildStream(db, team.project, { number: 2, leadParticipantId: team.member.id }),
      await buildStream(db, team.project, { number: 3 }),
    ];
    await buildMilestone(db, team.project, { number: 1, streamIds: [first.id, second.id] });
    await thereAndBack((tx) => createStream(tx, me, newStream()));
    await thereAndBack((tx) =>
      reviseStream(tx, me, { id: first.id, version: 1, patch: { title: "Other", leadParticipantId: team.member.id } }),
    );
    await thereAndBack((tx) => reportOnStream(tx, me, { id: third.id, version: 1, patch: { trlNow: 7 } }));
    const order = (await all.streams()).map(({ id, version }) => ({ id, version })).toReversed();
    await thereAndBack((tx) => reorderStreams(tx, me, { projectId: team.project.id, streams: order }));
    const [, now] = await all.streams();
    await thereAndBack((tx) => removeStream(tx, me, { id: second.id, version: now!.version }));
  });

  test("stream: removed with the talk about it", async () => {
    const { coordinator: me } = team.people;
    const stream = await buildStream(db, team.project, { number: 1 });
    const said = await buildComment(db, team.project, { subject: "stream", streamId: stream.id, text: "Said" });
    const before = await rowsOf(db, ["stream", stream.id], ["comment", said.id]);
    const { groupId } = await act(db, me, (tx) => removeStream(tx, me, { id: stream.id, version: 1 }));
    expect(await rowsOf(db, ["stream", stream.id], ["comment", said.id])).toEqual([]);
    await undo(db, me, groupId);
    expect(await rowsOf(db, ["stream", stream.id], ["comment", said.id])).toEqual(before);
  });

  test("milestone: added, changed, reached, removed", async () => {
    expect.hasAssertions();
    const { coordinator: me } = team.people;
    const { id } = await buildMilestone(db, team.project, { number: 1 });
    const fields = { projectId: team.project.id, title: "New", streamIds: [], dueMonth: 3, verification: "" };
    await thereAndBack((tx) => createMilestone(tx, me, fields));
    await thereAndBack((tx) => reviseMilestone(tx, me, { id, version: 1, patch: { dueMonth: 9 } }));
    const reached = { id, version: await milestoneVersion(), reachedOn: "2026-01-05" };
    await thereAndBack((tx) => reachMilestone(tx, me, reached));
    const last = await milestoneVersion();
    await thereAndBack((tx) => removeMilestone(tx, me, { id, version: last }));
  });

  test("member: added, changed, described, withdrawn, invited again, removed with streams it led and numbers after it", async () => {
    expect.hasAssertions();
    const { coordinator: me } = team.people;
    await buildStream(db, team.project, { number: 1, leadParticipantId: team.member.id });
    const { result } = await act(db, me, (tx) =>
      addParticipant(
        tx,
        me,
        addParticipantSchema.parse({
          projectId: team.project.id,
          organisationId: team.stranger.id,
          role: "beneficiary",
          state: "accepted",
        }),
      ),
    );
    const version = async () => (await all.participants()).find(({ id }) => id === team.member.id)!.version;
    const ref = async () => ({ id: team.member.id, version: await version() });
    await thereAndBack((tx) =>
      addParticipant(
        tx,
        me,
        addParticipantSchema.parse({
          projectId: team.project.id,
          organisationId: team.cluster.id,
          role: "associated-partner",
          state: "invited",
        }),
      ),
    );
    const [a, b] = [await ref(), { patch: { role: "affiliated-entity" as const } }];
    await thereAndBack((tx) => reviseParticipant(tx, me, { ...a, ...b }));
    const c = await ref();
    await thereAndBack((tx) => describeParticipant(tx, me, { ...c, patch: { roleText: "Heat" } }));
    const d = await ref();
    await thereAndBack((tx) => withdrawParticipant(tx, me, d));
    const e = await ref();
    await thereAndBack((tx) => removeParticipant(tx, me, e));
    const third = (await all.participants()).find(({ id }) => id === result.id)!;
    await act(db, me, (tx) => withdrawParticipant(tx, me, { id: third.id, version: third.version }));
    const left = (await all.participants()).find(({ id }) => id === result.id)!;
    await thereAndBack((tx) => inviteAgain(tx, me, { id: left.id, version: left.version }));
  });

  test("period: cut, due another day, closed, opened", async () => {
    expect.hasAssertions();
    const { coordinator: me } = team.people;
    await thereAndBack((tx) => generateProjectPeriods(tx, me, { projectId: team.project.id }));
    await act(db, me, (tx) => generateProjectPeriods(tx, me, { projectId: team.project.id }));
    const { id } = await firstPeriod();
    const ref = async () => ({ id, version: (await firstPeriod()).version });
    const a = await ref();
    await thereAndBack((tx) => revisePeriod(tx, me, { ...a, patch: { dueOn: "2026-09-09" } }));
    const b = await ref();
    await thereAndBack((tx) => lockPeriod(tx, me, { ...b, locked: true }));
    const c = await ref();
    await act(db, me, (tx) => lockPeriod(tx, me, { ...c, locked: true }));
    const d = await ref();
    await thereAndBack((tx) => lockPeriod(tx, me, { ...d, locked: false }));
  });

  test("project: facts with the periods that follow, status", async () => {
    expect.hasAssertions();
    const { coordinator: me, project } = { coordinator: team.people.coordinator, project: team.project };
    await act(db, me, (tx) => generateProjectPeriods(tx, me, { projectId: project.id }));
    await thereAndBack((tx) =>
      reviseProject(tx, me, { id: project.id, version: 1, patch: { title: "Other", goals: [7] } }),
    );
    const a = await projectVersion();
    await thereAndBack((tx) =>
      reviseProject(tx, me, { id: project.id, version: a, patch: { durationMonths: 31, periodMonths: 4 } }),
    );
    const b = await projectVersion();
    await thereAndBack((tx) => changeProjectStatus(tx, me, { id: project.id, version: b, status: "completed" }));
  });

  test("project: begun, and removed with all that is in it", async () => {
    expect.hasAssertions();
    const { coordinator: me } = team.people;
    const input = createProjectSchema.parse({ acronym: "FRESH", title: "Fresh" });
    await thereAndBack((tx) => createProject(tx, me, input));
    const { result } = await act(db, me, (tx) => createProject(tx, me, input));
    await act(db, me, (tx) => createStream(tx, me, { ...newStream(), projectId: result.id }));
    await thereAndBack((tx) => removeProject(tx, me, { id: result.id, version: 1 }));
  });
});
