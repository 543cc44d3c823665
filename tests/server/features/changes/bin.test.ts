import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { listDirectoryBin, listProjectBin } from "#server/features/changes/bin-queries.ts";
import { restoreRemoved } from "#server/features/changes/bin-service.ts";
import { removeMilestone } from "#server/features/milestones/milestone-service.ts";
import { removeMembership } from "#server/features/organisations/membership-service.ts";
import { createOrganisation, removeOrganisation } from "#server/features/organisations/organisation-service.ts";
import { addResource, removeResource } from "#server/features/organisations/resource-service.ts";
import { removeParticipant } from "#server/features/participants/participant-service.ts";
import { createProject } from "#server/features/projects/project-creation-service.ts";
import { removeProject } from "#server/features/projects/project-service.ts";
import { createStream, removeStream } from "#server/features/streams/stream-service.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { createOrganisationSchema } from "#shared/features/organisations/organisation.ts";
import { createProjectSchema } from "#shared/features/projects/project.ts";
import { createStreamSchema } from "#shared/features/streams/stream.ts";
import { buildComment } from "#tests/support/build-comment.ts";
import { buildInvitation } from "#tests/support/build-invitation.ts";
import { buildMembership, buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildMilestone, buildParticipant, buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

import { act, rowsOf } from "./undo-stage.ts";

const day = 86_400_000;
let now: number;
let db: Database;
let team: Awaited<ReturnType<typeof buildTeam>>;
let coordinator: Person;
beforeEach(async () => {
  now = Date.now();
  db = await openTestDatabase({ clock: () => now });
  team = await buildTeam(db);
  ({ coordinator } = team.people);
});

const binOf = async (person: Person) => (await listProjectBin(db.read, person, team.project.id, now)).rows;
const directoryOf = async (person: Person) => (await listDirectoryBin(db.read, person, now)).rows;
const restore = (person: Person, seq: number) => act(db, person, (tx) => restoreRemoved(tx, person, { seq }));

describe("the bin of a project", () => {
  test("holds streams, milestones and members for 30 days and gives them back with what went with them", async () => {
    const stream = await buildStream(db, team.project, { number: 1, leadParticipantId: team.member.id });
    const said = await buildComment(db, team.project, { subject: "stream", streamId: stream.id });
    const milestone = await buildMilestone(db, team.project, { number: 1, streamIds: [stream.id] });
    const third = await buildParticipant(db, team.project, team.stranger, { number: 3, state: "invited" });
    const letter = await buildInvitation(db, third, coordinator, { state: "revoked" });
    const all = () =>
      rowsOf(
        db,
        ...(
          [
            ["stream", stream.id],
            ["comment", said.id],
            ["milestone", milestone.id],
            ["participant", third.id],
            ["invitation", letter.id],
          ] as const
        ).map(([entity, id]): [typeof entity, string] => [entity, id]),
      );
    const before = await all();
    await act(db, coordinator, (tx) => removeStream(tx, coordinator, { id: stream.id, version: 1 }));
    await act(db, coordinator, (tx) => removeParticipant(tx, coordinator, { id: third.id, version: 1 }));
    await act(db, coordinator, (tx) => removeMilestone(tx, coordinator, { id: milestone.id, version: 2 }));
    expect(await all()).toEqual([]);
    const rows = await binOf(team.people.cluster);
    expect(rows.map(({ entity, daysLeft, withIt }) => [entity, daysLeft, withIt])).toEqual([
      ["milestone", 30, 0],
      ["participant", 30, 1],
      ["stream", 30, 1],
    ]);
    now += 29.5 * day;
    expect((await binOf(coordinator)).map(({ daysLeft }) => daysLeft)).toEqual([1, 1, 1]);
    for (const { seq } of rows.toReversed()) await restore(team.people.cluster, seq);
    const token = { tokenHash: null };
    const expected = before.map((row) => ("tokenHash" in row ? { ...row, ...token } : row));
    // Restored after the stream, the milestone knows it no longer: it was forgotten in an act of its own.
    expect(await all()).toEqual(expected.map((row) => (row["id"] === milestone.id ? { ...row, streamIds: [] } : row)));
    expect(await binOf(coordinator)).toEqual([]);
  });

  test("offers nothing after 30 days", async () => {
    const stream = await buildStream(db, team.project, { number: 1 });
    await act(db, coordinator, (tx) => removeStream(tx, coordinator, { id: stream.id, version: 1 }));
    const [row] = await binOf(coordinator);
    now += 30 * day;
    expect(await binOf(coordinator)).toEqual([]);
    expect((await faultOf(restore(coordinator, row!.seq))).code).toBe("NOT_FOUND");
  });

  test("is for planners; outsiders do not learn that there is anything", async () => {
    const stream = await buildStream(db, team.project, { number: 1 });
    await act(db, coordinator, (tx) => removeStream(tx, coordinator, { id: stream.id, version: 1 }));
    const [row] = await binOf(coordinator);
    expect((await faultOf(binOf(team.people.member))).code).toBe("FORBIDDEN");
    expect((await faultOf(restore(team.people.member, row!.seq))).code).toBe("FORBIDDEN");
    expect((await faultOf(binOf(team.people.outsider))).code).toBe("NOT_FOUND");
    expect(await faultOf(restore(team.people.outsider, row!.seq))).toEqual(
      await faultOf(restore(team.people.outsider, 999_999)),
    );
  });
});

describe("the bin of the directory", () => {
  test("gives a removed project back whole, to its coordinator's and cluster's managers alone", async () => {
    const input = createProjectSchema.parse({ acronym: "FRESH", title: "Fresh" });
    const { result } = await act(db, coordinator, (tx) => createProject(tx, coordinator, input));
    const { result: stream } = await act(db, coordinator, (tx) =>
      createStream(
        tx,
        coordinator,
        createStreamSchema.parse({ projectId: result.id, title: "Heat", kind: "technology" }),
      ),
    );
    const before = await rowsOf(db, ["project", result.id], ["stream", stream.id]);
    await act(db, coordinator, (tx) => removeProject(tx, coordinator, { id: result.id, version: 1 }));
    expect(await rowsOf(db, ["project", result.id], ["stream", stream.id])).toEqual([]);
    const [row] = await directoryOf(coordinator);
    expect(row).toMatchObject({ entity: "project", title: "FRESH", withIt: 2 });
    for (const who of ["member", "cluster", "outsider"] as const) {
      expect(await directoryOf(team.people[who])).toEqual([]);
      expect((await faultOf(restore(team.people[who], row!.seq))).code).toBe("NOT_FOUND");
    }
    await restore(coordinator, row!.seq);
    expect(await rowsOf(db, ["project", result.id], ["stream", stream.id])).toEqual(before);
    expect(await directoryOf(coordinator)).toEqual([]);
  });

  test("gives organisations, memberships and resources back to whoever may edit them", async () => {
    const { cluster } = team.people;
    const fields = createOrganisationSchema.parse({ name: "Newcomer", kind: "enterprise", parentId: team.cluster.id });
    const { result } = await act(db, cluster, (tx) => createOrganisation(tx, cluster, fields));
    const heat = {
      direction: "offered",
      resource: "Heat",
      medium: "energy",
      amount: null,
      unit: null,
      note: "",
    } as const;
    const offered = await act(db, cluster, (tx) => addResource(tx, cluster, { organisationId: result.id, ...heat }));
    await act(db, cluster, (tx) => removeOrganisation(tx, cluster, { id: result.id, version: 1 }));
    expect(await rowsOf(db, ["organisation", result.id], ["resource", offered.result.id])).toEqual([]);
    const rows = await directoryOf(cluster);
    expect(rows.map(({ entity, title, withIt }) => [entity, title, withIt])).toEqual([["organisation", "Newcomer", 2]]);
    expect(await directoryOf(team.people.outsider)).toEqual([]);
    await restore(cluster, rows[0]!.seq);
    expect(await rowsOf(db, ["organisation", result.id], ["resource", offered.result.id])).toHaveLength(2);
    await act(db, cluster, (tx) => removeResource(tx, cluster, { id: offered.result.id, version: 2 }));
    const other = await buildOrganisation(db);
    const { id } = await buildMembership(db, other, team.cluster);
    await act(db, cluster, (tx) => removeMembership(tx, cluster, { id, version: 1 }));
    const both = await directoryOf(cluster);
    expect(both.map(({ entity }) => entity)).toEqual(["membership", "resource"]);
    for (const { seq } of both) await restore(cluster, seq);
    expect(await rowsOf(db, ["membership", id], ["resource", offered.result.id])).toHaveLength(2);
  });
});
