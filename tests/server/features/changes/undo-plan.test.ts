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
import {
  inviteAgain,
  makeCoordinator,
  withdrawParticipant,
} from "#server/features/participants/participation-service.ts";
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
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildMilestone, buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

import { act, actionsOn, rowsOf, undo } from "./undo-stage.ts";

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

describe("an act is taken back, done again and taken back once more, row by row as before", () => {
  test("stream: added, changed, reported on, reordered, removed with what milestones say of it", async () => {
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
    const { coordinator: me } = team.people;
    const { id } = await buildMilestone(db, team.project, { number: 1 });
    const fields = { projectId: team.project.id, title: "New", streamIds: [], dueMonth: 3, verification: "" };
    const version = async () => (await all.milestones())[0]!.version;
    await thereAndBack((tx) => createMilestone(tx, me, fields));
    await thereAndBack((tx) => reviseMilestone(tx, me, { id, version: 1, patch: { dueMonth: 9 } }));
    const reached = { id, version: await version(), reachedOn: "2026-01-05" };
    await thereAndBack((tx) => reachMilestone(tx, me, reached));
    const last = await version();
    await thereAndBack((tx) => removeMilestone(tx, me, { id, version: last }));
  });

  test("member: added, changed, described, withdrawn, invited again, removed with streams it led and numbers after it", async () => {
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
    const { coordinator: me } = team.people;
    await thereAndBack((tx) => generateProjectPeriods(tx, me, { projectId: team.project.id }));
    await act(db, me, (tx) => generateProjectPeriods(tx, me, { projectId: team.project.id }));
    const first = async () => (await all.periods()).find(({ number }) => number === 1)!;
    const { id } = await first();
    const ref = async () => ({ id, version: (await first()).version });
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
    const { coordinator: me, project } = { coordinator: team.people.coordinator, project: team.project };
    await act(db, me, (tx) => generateProjectPeriods(tx, me, { projectId: project.id }));
    const version = async () => (await all.projects())[0]!.version;
    await thereAndBack((tx) =>
      reviseProject(tx, me, { id: project.id, version: 1, patch: { title: "Other", goals: [7] } }),
    );
    const a = await version();
    await thereAndBack((tx) =>
      reviseProject(tx, me, { id: project.id, version: a, patch: { durationMonths: 31, periodMonths: 4 } }),
    );
    const b = await version();
    await thereAndBack((tx) => changeProjectStatus(tx, me, { id: project.id, version: b, status: "completed" }));
  });

  test("project: begun, and removed with all that is in it", async () => {
    const { coordinator: me } = team.people;
    const input = createProjectSchema.parse({ acronym: "FRESH", title: "Fresh" });
    await thereAndBack((tx) => createProject(tx, me, input));
    const { result } = await act(db, me, (tx) => createProject(tx, me, input));
    await act(db, me, (tx) => createStream(tx, me, { ...newStream(), projectId: result.id }));
    await thereAndBack((tx) => removeProject(tx, me, { id: result.id, version: 1 }));
  });
});

describe("rights and other people's work", () => {
  test("nobody takes back what somebody else did, and nothing twice", async () => {
    const { coordinator, cluster } = team.people;
    const { groupId } = await act(db, coordinator, (tx) => createStream(tx, coordinator, newStream()));
    expect((await faultOf(undo(db, cluster, groupId))).code).toBe("NOT_FOUND");
    await undo(db, coordinator, groupId);
    expect((await faultOf(undo(db, coordinator, groupId))).appCode).toBe("ALREADY_UNDONE");
  });

  test("whoever lost the right takes nothing back", async () => {
    const { coordinator } = team.people;
    const stream = await buildStream(db, team.project, { number: 1 });
    const { groupId } = await act(db, coordinator, (tx) =>
      reviseStream(tx, coordinator, { id: stream.id, version: 1, patch: { title: "Other" } }),
    );
    const viewer = { ...coordinator, seat: { ...coordinator.seat!, role: "viewer" as const } };
    expect((await faultOf(undo(db, viewer, groupId))).code).toBe("FORBIDDEN");
    const elsewhere = { ...coordinator, seat: team.people.outsider.seat };
    expect((await faultOf(undo(db, elsewhere, groupId))).code).toBe("FORBIDDEN");
    expect((await all.streams())[0]).toMatchObject({ title: "Other" });
    expect(await actionsOn(db, stream.id)).toEqual(["updated"]);
  });

  test("fields others changed stay, the rest comes back, and the answer says which", async () => {
    const { coordinator, cluster } = team.people;
    const stream = await buildStream(db, team.project, { number: 1, title: "Old" });
    const { groupId } = await act(db, coordinator, (tx) =>
      reviseStream(tx, coordinator, { id: stream.id, version: 1, patch: { title: "Mine", description: "Mine" } }),
    );
    await act(db, cluster, (tx) =>
      reviseStream(tx, cluster, { id: stream.id, version: 2, patch: { title: "Theirs" } }),
    );
    const undone = await undo(db, coordinator, groupId);
    expect(undone).toMatchObject({
      done: 1,
      skipped: [{ entity: "stream", entityId: stream.id, fields: ["title"], reason: "changed" }],
    });
    expect((await all.streams())[0]).toMatchObject({ title: "Theirs", description: "" });
  });

  test("nothing is taken back when others changed all of it, or work stands on it", async () => {
    const { coordinator, cluster } = team.people;
    const made = await act(db, coordinator, (tx) => createStream(tx, coordinator, newStream()));
    await buildContribution(db, team.member, { streamId: made.result.id });
    const inUse = await faultOf(undo(db, coordinator, made.groupId));
    expect(inUse).toMatchObject({ appCode: "NOTHING_UNDONE", present: [{ reason: "in-use" }] });
    const { groupId } = await act(db, coordinator, (tx) =>
      reviseStream(tx, coordinator, { id: made.result.id, version: 1, patch: { title: "Mine" } }),
    );
    await act(db, cluster, (tx) =>
      reviseStream(tx, cluster, { id: made.result.id, version: 2, patch: { title: "Theirs" } }),
    );
    expect(await faultOf(undo(db, coordinator, groupId))).toMatchObject({
      appCode: "NOTHING_UNDONE",
      present: [{ reason: "changed", fields: ["title"] }],
    });
  });

  test("a number and a code somebody else has by now come back as the next free ones", async () => {
    const { coordinator } = team.people;
    const stream = await buildStream(db, team.project, { number: 1, code: "HEAT" });
    const { groupId } = await act(db, coordinator, (tx) =>
      removeStream(tx, coordinator, { id: stream.id, version: 1 }),
    );
    await buildStream(db, team.project, { number: 1, code: "HEAT" });
    const undone = await undo(db, coordinator, groupId);
    expect(undone.adjusted).toEqual([
      { entity: "stream", entityId: stream.id, field: "code", value: "HEAT-2" },
      { entity: "stream", entityId: stream.id, field: "number", value: 2 },
    ]);
    expect((await all.streams()).map(({ number, code }) => [number, code])).toEqual([
      [2, "HEAT-2"],
      [1, "HEAT"],
    ]);
  });

  test("a hand-over of the coordination and what is a day old stay", async () => {
    const { coordinator } = team.people;
    const { groupId } = await act(db, coordinator, (tx) =>
      makeCoordinator(tx, coordinator, {
        id: team.member.id,
        version: 1,
        coordinatorId: team.coordinator.id,
        coordinatorVersion: 1,
        formerRole: "beneficiary",
      }),
    );
    expect((await faultOf(undo(db, coordinator, groupId))).code).toBe("FORBIDDEN");
    let now = Date.now();
    const later = await openTestDatabase({ clock: () => now });
    const other = await buildTeam(later);
    const made = await act(later, other.people.coordinator, (tx) =>
      createStream(tx, other.people.coordinator, { ...newStream(), projectId: other.project.id }),
    );
    now += 25 * 3_600_000;
    expect((await faultOf(undo(later, other.people.coordinator, made.groupId))).appCode).toBe("UNDO_TOO_LATE");
  });
});
