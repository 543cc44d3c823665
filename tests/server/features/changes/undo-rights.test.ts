import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { makeCoordinator } from "#server/features/participants/participation-service.ts";
import { createStream, removeStream, reviseStream } from "#server/features/streams/stream-service.ts";
import { milestones, participants, periods, projects, streams } from "#server/db/schema/index.ts";
import { createStreamSchema } from "#shared/features/streams/stream.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

import { act, actionsOn, undo } from "./undo-stage.ts";

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

const newStream = () => createStreamSchema.parse({ projectId: team.project.id, title: "New", kind: "technology" });

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
