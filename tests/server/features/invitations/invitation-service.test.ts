import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { invitations, organisations, participants } from "#server/db/schema/index.ts";
import { listInvitations } from "#server/features/invitations/invitation-queries.ts";
import { resendInvitation, revokeInvitation } from "#server/features/invitations/invitation-service.ts";
import { addPerson } from "#server/features/accounts/seat-service.ts";
import { invitationLifeMs, MOST_PENDING } from "#shared/features/invitations/invitation-rules.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildInvitation } from "#tests/support/build-invitation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildParticipant } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

import {
  emailOf,
  guest,
  historyOf,
  invitationsIn,
  invite,
  letComeIn,
  lettersTo,
  participantOf,
  seatsIn,
} from "./invitation-stage.ts";

async function begin() {
  const db = await openTestDatabase();
  const team = await buildTeam(db);
  const { coordinator } = team.people;
  return { db, ...team, invite: (input = {}, by = coordinator) => invite(db, by, team.project.id, input) };
}

describe("inviting", () => {
  test("enters the organisation, its row, the invitation and the letter at once", async () => {
    const { db, project, lead, people, invite: send } = await begin();
    const before = Date.now();
    const sent = await send({ message: "Come along", personName: "Grete", seatRole: "editor" });
    const [row] = await invitationsIn(db, project.id);
    expect(row).toMatchObject({
      id: sent.id,
      email: guest,
      personName: "Grete",
      seatRole: "editor",
      message: "Come along",
      state: "pending",
      tokenHash: null,
      inviterId: people.coordinator.userId,
      inviterOrganisationId: lead.id,
    });
    expect(row!.expiresAt - before).toBeGreaterThanOrEqual(invitationLifeMs);
    const [organisation] = await db.read.select().from(organisations).where(eq(organisations.id, sent.organisationId));
    expect(organisation).toMatchObject({ name: "Guest works", country: "FI" });
    expect(await participantOf(db, project.id, sent.organisationId)).toMatchObject({ state: "invited", number: 3 });
    expect(await lettersTo(db)).toEqual([guest]);
    // No seat before somebody has answered.
    expect(await seatsIn(db, sent.organisationId)).toEqual([]);
    const [change] = await historyOf(db, sent.id);
    expect(change).toMatchObject({ action: "created", confidentialTo: sent.organisationId, projectId: project.id });
    expect(JSON.stringify(change?.fields)).not.toMatch(/token/i);
  });

  test("leaves nothing behind when it is refused", async () => {
    const { db, project, member, invite: send } = await begin();
    await db.housekeep((tx) =>
      tx.update(organisations).set({ vatNumber: "FI12345671" }).where(eq(organisations.id, member.organisationId)),
    );
    const count = (await db.read.select().from(organisations)).length;
    const twin = { name: "Guest works", kind: "enterprise", country: "FI", vatNumber: "FI 1234567-1" };
    expect((await faultOf(send({ newOrganisation: twin }))).appCode).toBe("VAT_TAKEN");
    expect(await db.read.select().from(organisations)).toHaveLength(count);
    expect(await invitationsIn(db, project.id)).toEqual([]);
    expect(await lettersTo(db)).toEqual([]);
  });

  test("is for those who plan the members", async () => {
    const { db, project, lead, people, invite: send } = await begin();
    expect((await faultOf(send({}, people.outsider))).code).toBe("NOT_FOUND");
    expect((await faultOf(send({}, people.member))).code).toBe("FORBIDDEN");
    expect((await faultOf(send({}, await buildPerson(db, lead, "viewer")))).code).toBe("FORBIDDEN");
    await send({}, people.cluster);
    expect(await invitationsIn(db, project.id)).toHaveLength(1);
  });

  test("asks once more whoever declined or left, and keeps the row", async () => {
    const { db, project, stranger, invite: send } = await begin();
    const row = await buildParticipant(db, project, stranger, { number: 3, state: "declined" });
    const sent = await send({ organisationId: stranger.id });
    expect(sent.participantId).toBe(row.id);
    expect(await participantOf(db, project.id, stranger.id)).toMatchObject({ state: "invited", number: 3 });
  });

  test("gives a member that was entered on paper its first person", async () => {
    const { db, project, other, member, invite: send } = await begin();
    const sent = await send({ organisationId: other.id });
    expect(sent.participantId).toBe(member.id);
    expect(await participantOf(db, project.id, other.id)).toMatchObject({ state: "accepted", version: 1 });
  });

  test("is one open letter for an address, and fifty for a project", async () => {
    const { db, project, people, stranger, invite: send } = await begin();
    const sent = await send({ organisationId: stranger.id });
    expect((await faultOf(send({ organisationId: stranger.id }))).appCode).toBe("ALREADY_INVITED");
    const row = { id: sent.participantId, projectId: project.id, organisationId: stranger.id };
    for (let count = 1; count < MOST_PENDING; count += 1) await buildInvitation(db, row, people.coordinator);
    const fault = await faultOf(send());
    expect([fault.code, fault.appCode]).toEqual(["CONFLICT", "TOO_MANY_PENDING"]);
    // One that has run out makes room, and is written down as such.
    const past = { expiresAt: Date.now() - 1 };
    await db.housekeep((tx) => tx.update(invitations).set(past).where(eq(invitations.id, sent.id)));
    await send();
    const rows = await invitationsIn(db, project.id);
    expect(rows.find(({ id }) => id === sent.id)?.state).toBe("expired");
  });

  test("refuses an organisation that is not there, both ways or none", async () => {
    const { invite: send } = await begin();
    const unknown = "0190b7a0-0000-7000-8000-000000000000";
    expect((await faultOf(send({ organisationId: unknown }))).fields).toEqual([
      { path: "organisationId", appCode: "NOT_FOUND" },
    ]);
    await expect(send({ organisationId: undefined })).rejects.toThrow("REQUIRED");
  });
});

describe("an organisation that has people of its own", () => {
  test("gets the letter to its managers, whose addresses the inviter does not learn", async () => {
    const { db, project, stranger, people, invite: send } = await begin();
    const editor = await buildPerson(db, stranger, "editor");
    const waiting = await buildPerson(db, stranger);
    await letComeIn(db, people.outsider, editor);
    const manager = await emailOf(db, people.outsider);
    const sent = await send({ organisationId: stranger.id, email: null });
    expect(await lettersTo(db)).toEqual([manager]);
    const listed = JSON.stringify(await listInvitations(db.read, people.coordinator, project.id, Date.now()));
    const told = listed + JSON.stringify(await historyOf(db, sent.id));
    for (const person of [people.outsider, editor, waiting]) expect(told).not.toContain(await emailOf(db, person));
    expect(JSON.parse(listed)).toMatchObject({ rows: [{ email: null, state: "pending" }] });
  });

  test("takes nobody in by letter: any address but its managers' is refused, whoever has it", async () => {
    const { db, project, stranger, lead, people, invite: send } = await begin();
    const editor = await buildPerson(db, stranger, "editor");
    const elsewhere = await buildPerson(db, lead);
    await letComeIn(db, people.outsider, editor, elsewhere);
    for (const email of [guest, await emailOf(db, editor), await emailOf(db, elsewhere)]) {
      const fault = await faultOf(send({ organisationId: stranger.id, email }));
      expect(fault).toMatchObject({
        code: "CONFLICT",
        appCode: "ORGANISATION_STAFFED",
        params: { name: stranger.name },
      });
    }
    expect(await participantOf(db, project.id, stranger.id)).toBeUndefined();
    expect(await lettersTo(db)).toEqual([]);
    const email = await emailOf(db, people.outsider);
    await send({ organisationId: stranger.id, email });
    expect(await lettersTo(db)).toEqual([email]);
  });

  test("is not asked again for what it does already", async () => {
    const { db, other, people, invite: send } = await begin();
    await letComeIn(db, people.member);
    expect((await faultOf(send({ organisationId: other.id, email: null }))).appCode).toBe("ALREADY_TAKES_PART");
  });

  test("needs an address as long as nobody has come in", async () => {
    const { stranger, invite: send } = await begin();
    const { fields } = await faultOf(send({ organisationId: stranger.id, email: null }));
    expect(fields).toEqual([{ path: "email", appCode: "REQUIRED" }]);
  });

  test("ends a letter to somebody else when it is sent again", async () => {
    const { db, stranger, people, invite: send } = await begin();
    const sent = await send({ organisationId: stranger.id });
    await letComeIn(db, people.outsider);
    const again = actAs(db, people.coordinator, (tx) =>
      resendInvitation(tx, people.coordinator, { id: sent.id, version: 1 }),
    );
    expect((await faultOf(again)).appCode).toBe("ORGANISATION_STAFFED");
  });
});

describe("an open invitation", () => {
  test("is sent again for seven days more, also after it has run out", async () => {
    const { db, project, people, invite: send } = await begin();
    const sent = await send();
    const past = { expiresAt: Date.now() - 1, state: "expired" as const, tokenHash: "old" };
    await db.housekeep((tx) => tx.update(invitations).set(past).where(eq(invitations.id, sent.id)));
    await actAs(db, people.cluster, (tx) => resendInvitation(tx, people.cluster, { id: sent.id, version: 1 }));
    const [row] = await invitationsIn(db, project.id);
    expect(row).toMatchObject({ state: "pending", tokenHash: null, version: 2, inviterId: people.cluster.userId });
    expect(row!.expiresAt).toBeGreaterThan(Date.now());
    expect(await lettersTo(db)).toEqual([guest, guest]);
  });

  test("is taken back once, and answered never after", async () => {
    const { db, project, people, invite: send } = await begin();
    const sent = await send();
    const revoke = (version: number) =>
      actAs(db, people.coordinator, (tx) => revokeInvitation(tx, people.coordinator, { id: sent.id, version }));
    await revoke(1);
    expect((await invitationsIn(db, project.id))[0]).toMatchObject({ state: "revoked", version: 2 });
    expect((await faultOf(revoke(1))).appCode).toBe("STALE");
    expect((await faultOf(revoke(2))).code).toBe("FORBIDDEN");
  });

  test("ends with the participation, however that is answered", async () => {
    const { db, project, stranger, people, invite: send } = await begin();
    await send({ organisationId: stranger.id });
    const { answerInvitation, withdrawParticipant } =
      await import("#server/features/participants/participation-service.ts");
    const row = (await participantOf(db, project.id, stranger.id))!;
    const answer = { id: row.id, version: row.version, accept: true };
    await actAs(db, people.outsider, (tx) => answerInvitation(tx, people.outsider, answer));
    expect(await invitationsIn(db, project.id)).toMatchObject([{ state: "accepted" }]);
    await db.housekeep((tx) => tx.update(participants).set({ state: "invited" }).where(eq(participants.id, row.id)));
    await send({ organisationId: stranger.id });
    await actAs(db, people.coordinator, (tx) =>
      withdrawParticipant(tx, people.coordinator, { id: row.id, version: row.version + 1 }),
    );
    expect((await invitationsIn(db, project.id)).map(({ state }) => state)).toEqual(["accepted", "revoked"]);
  });

  test("leaves the other way of bringing the first person in open", async () => {
    const { db, cluster, other, people } = await begin();
    const inviter = { name: "C", language: null };
    await actAs(db, people.cluster, (tx) =>
      addPerson(tx, people.cluster, inviter, { organisationId: other.id, email: guest, role: "manager" }),
    );
    expect(await seatsIn(db, other.id)).toHaveLength(2);
    expect(people.cluster.seat?.organisationId).toBe(cluster.id);
  });
});
