import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { participants, streams } from "#server/db/schema/index.ts";
import { listParticipants } from "#server/features/participants/participant-queries.ts";
import {
  addParticipant,
  describeParticipant,
  removeParticipant,
  reviseParticipant,
} from "#server/features/participants/participant-service.ts";
import {
  answerInvitation,
  inviteAgain,
  withdrawParticipant,
} from "#server/features/participants/participation-service.ts";
import { addParticipantSchema, listParticipantsSchema } from "#shared/features/participants/participant.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildParticipant, buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

type Opened = Awaited<ReturnType<typeof openTestDatabase>>;

const rowsOf = (db: Opened, projectId: string) =>
  db.read.select().from(participants).where(eq(participants.projectId, projectId)).orderBy(asc(participants.number));
const listing = (projectId: string, more = {}) => listParticipantsSchema.parse({ projectId, ...more });

describe("adding members", () => {
  test("numbers them, and one organisation may take part twice in different roles", async () => {
    const db = await openTestDatabase();
    const { project, other, people } = await buildTeam(db);
    const add = (fields: object) =>
      actAs(db, people.cluster, (tx) =>
        addParticipant(
          tx,
          people.cluster,
          addParticipantSchema.parse({ projectId: project.id, organisationId: other.id, ...fields }),
        ),
      );
    await add({ role: "subcontractor", state: "accepted" });
    await add({ role: "third-party" });
    expect((await faultOf(add({ role: "subcontractor" }))).appCode).toBe("ROLE_TAKEN");
    expect(await rowsOf(db, project.id)).toMatchObject([
      { number: 1 },
      { number: 2, role: "beneficiary" },
      { number: 3, role: "subcontractor", state: "accepted", joinedOn: "2026-03-02" },
      { number: 4, role: "third-party", state: "invited", joinedOn: null },
    ]);
  });

  test("is for planners, and never gives the coordinator's role", async () => {
    const db = await openTestDatabase();
    const { project, stranger, people } = await buildTeam(db);
    const input = { projectId: project.id, organisationId: stranger.id, role: "beneficiary" };
    const add = (person: typeof people.member) =>
      actAs(db, person, (tx) => addParticipant(tx, person, addParticipantSchema.parse(input)));
    expect((await faultOf(add(people.member))).code).toBe("FORBIDDEN");
    expect((await faultOf(add(people.outsider))).code).toBe("NOT_FOUND");
    expect(addParticipantSchema.safeParse({ ...input, role: "coordinator" }).success).toBe(false);
  });
});

describe("an invitation", () => {
  test("is answered by a manager of the invited organisation, once", async () => {
    const db = await openTestDatabase();
    const { project, stranger, people } = await buildTeam(db);
    const row = await buildParticipant(db, project, stranger, { number: 3, state: "invited", joinedOn: null });
    const answer = (person: typeof people.outsider, accept: boolean, version = 1) =>
      actAs(db, person, (tx) => answerInvitation(tx, person, { id: row.id, version, accept }));
    expect((await faultOf(answer(people.coordinator, true))).code).toBe("FORBIDDEN");
    expect((await faultOf(answer(await buildPerson(db, stranger, "editor"), true))).code).toBe("FORBIDDEN");
    await answer(people.outsider, true);
    expect((await faultOf(answer(people.outsider, false))).appCode).toBe("STALE");
    expect((await faultOf(answer(people.outsider, false, 2))).code).toBe("FORBIDDEN");
    expect((await rowsOf(db, project.id))[2]).toMatchObject({ state: "accepted", joinedOn: "2026-03-02", version: 2 });
  });

  test("declined, the project is closed to them again until somebody invites once more", async () => {
    const db = await openTestDatabase();
    const { project, stranger, people } = await buildTeam(db);
    const row = await buildParticipant(db, project, stranger, { number: 3, state: "invited", joinedOn: null });
    await actAs(db, people.outsider, (tx) =>
      answerInvitation(tx, people.outsider, { id: row.id, version: 1, accept: false }),
    );
    expect((await faultOf(listParticipants(db.read, people.outsider, listing(project.id)))).code).toBe("NOT_FOUND");
    await actAs(db, people.coordinator, (tx) => inviteAgain(tx, people.coordinator, { id: row.id, version: 2 }));
    const { rows } = await listParticipants(db.read, people.outsider, listing(project.id));
    expect(rows.find((each) => each.id === row.id)).toMatchObject({
      state: "invited",
      isOwn: true,
      may: { answer: true, revise: false },
    });
  });
});

describe("changing rows", () => {
  test("a stale write gets the present row, and only own words are a member's to write", async () => {
    const db = await openTestDatabase();
    const { member, coordinator, people } = await buildTeam(db);
    const describePart = (person: typeof people.member, id: string, version: number, roleText: string) =>
      actAs(db, person, (tx) => describeParticipant(tx, person, { id, version, patch: { roleText } }));
    await describePart(people.member, member.id, 1, "Runs the boiler");
    const fault = await faultOf(describePart(people.coordinator, member.id, 1, "Delivers heat"));
    expect(fault.present).toMatchObject({ roleText: "Runs the boiler", version: 2 });
    expect((await faultOf(describePart(people.member, coordinator.id, 1, "Not mine"))).code).toBe("FORBIDDEN");
    const revise = { id: member.id, version: 2, patch: { joinedOn: "2026-02-01", leftOn: "2026-01-01" } };
    const wrong = await faultOf(
      actAs(db, people.coordinator, (tx) => reviseParticipant(tx, people.coordinator, revise)),
    );
    expect(wrong.fields).toEqual([{ path: "leftOn", appCode: "BEFORE_JOINED" }]);
  });

  test("a member withdraws with its dates kept; the coordinator hands over first", async () => {
    const db = await openTestDatabase();
    const { project, member, coordinator, people } = await buildTeam(db);
    await actAs(db, people.member, (tx) =>
      withdrawParticipant(tx, people.member, { id: member.id, version: 1, leftOn: "2026-02-28" }),
    );
    expect((await rowsOf(db, project.id))[1]).toMatchObject({
      state: "withdrawn",
      joinedOn: "2026-01-01",
      leftOn: "2026-02-28",
    });
    const own = actAs(db, people.coordinator, (tx) =>
      withdrawParticipant(tx, people.coordinator, { id: coordinator.id, version: 1 }),
    );
    expect((await faultOf(own)).code).toBe("FORBIDDEN");
  });

  test("a row with contributions stays; an unused one goes, the rest move up and its stream waits for a lead", async () => {
    const db = await openTestDatabase();
    const { project, member, people } = await buildTeam(db);
    const unused = await buildParticipant(db, project, await buildOrganisation(db), { number: 3 });
    const last = await buildParticipant(db, project, await buildOrganisation(db), { number: 4 });
    const stream = await buildStream(db, project, { leadParticipantId: unused.id });
    await buildContribution(db, member);
    const remove = (id: string) =>
      actAs(db, people.coordinator, (tx) => removeParticipant(tx, people.coordinator, { id, version: 1 }));
    expect((await faultOf(remove(member.id))).appCode).toBe("IN_USE");
    await remove(unused.id);
    expect((await rowsOf(db, project.id)).map((row) => [row.id === last.id, row.number])).toEqual([
      [false, 1],
      [false, 2],
      [true, 3],
    ]);
    const [after] = await db.read.select().from(streams).where(eq(streams.id, stream.id));
    expect(after).toMatchObject({ leadParticipantId: null, version: 2 });
  });
});

describe("the list", () => {
  test("tells readers who takes part, not who was asked or how to reach them", async () => {
    const db = await openTestDatabase();
    const { project, stranger, people } = await buildTeam(db, { visibility: "public" });
    const invited = await buildOrganisation(db, { name: "Invited only" });
    await buildParticipant(db, project, invited, { number: 3, state: "invited", contact: "x@example.test" });
    await buildParticipant(db, project, invited, { number: 4, role: "subcontractor", contact: "y@example.test" });
    const seen = await listParticipants(db.read, await buildPerson(db, stranger), listing(project.id));
    expect(seen.rows.map((row) => [row.number, row.contact])).toEqual([
      [1, null],
      [2, null],
      [4, null],
    ]);
    const inside = await listParticipants(
      db.read,
      people.member,
      listing(project.id, { search: "invited ONLY", sort: "state" }),
    );
    expect(inside.rows.map((row) => [row.number, row.contact])).toEqual([
      [3, "x@example.test"],
      [4, "y@example.test"],
    ]);
  });
});
