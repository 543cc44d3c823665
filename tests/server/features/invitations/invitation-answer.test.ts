import { TRPCClientError } from "@trpc/client";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import type { AppRouter } from "#server/api/router.ts";
import { invitations, notifications, participants, seats, users } from "#server/db/schema/index.ts";
import { buildInvitation } from "#tests/support/build-invitation.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildParticipant, buildProject } from "#tests/support/build-project.ts";
import { readOutbox } from "#tests/support/outbox.ts";

import { addColleague, adminEmail, sendMails, startStage, userIdOf } from "../accounts/account-stage.ts";
import { emailOf, guest, historyOf, letComeIn, participantOf, seatsIn } from "./invitation-stage.ts";

const password = "seven quiet barges upstream";

/** The whole program; its administrator's cluster owns a project, so she plans its members. */
async function begin(clock?: () => number) {
  const stage = await startStage({ environment: { CALLS_PER_MINUTE: "100000" }, ...(clock ? { clock } : {}) });
  const { db } = stage.parts;
  const me = await stage.admin.api.me.show.query();
  const project = await buildProject(db, { clusterId: me.actingFor?.organisationId ?? "", acronym: "KETTLE" });
  const lead = await buildOrganisation(db);
  await buildParticipant(db, project, lead, { role: "coordinator", number: 1 });
  const target = { newOrganisation: { name: "Guest works", kind: "enterprise" as const, country: "FI" } };
  const send = (input: object = target) =>
    stage.admin.api.invitation.send.mutate({
      projectId: project.id,
      role: "beneficiary",
      email: guest,
      language: "en",
      ...input,
    });
  const coordinator = await buildPerson(db, lead);
  return { ...stage, db, project, lead, coordinator, send };
}

async function faultOfCall(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => new Error("it succeeded"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TRPCClientError)) throw error;
  const { data } = error as TRPCClientError<AppRouter>;
  return `${data?.httpStatus} ${data?.appCode}`;
}

describe("somebody new", () => {
  test("reads what it is about, makes an account and lands in the project", async () => {
    const stage = await begin();
    const { db, project, coordinator } = stage;
    const { organisationId } = await stage.send({
      newOrganisation: { name: "Guest <b>works</b>", kind: "enterprise", country: "FI" },
      message: "Dear Grete,\nplease come <i>along</i>.\nhttps://elsewhere.example/",
      seatRole: "editor",
    });
    const token = await stage.tokenMailedTo(guest);
    const mail = (await readOutbox(stage.parts.settings.dataDirectory)).at(-1)!;
    expect(mail.subject).toBe("Neva Cleantech Cluster invites Guest <b>works</b> into the project KETTLE");
    expect(mail.text).toContain("role: beneficiary");
    expect(mail.text).toContain("> please come <i>along</i>.");
    expect(mail.html).toContain("Dear Grete,<br>please come &lt;i&gt;along");
    // Our own link, not the one somebody wrote into the message.
    expect(/^X-Link:\s+(\S+)/m.exec(mail.raw)?.[1]).toBe(`${stage.url}/invitation?token=${token}`);
    const visitor = stage.visitor();
    expect(await visitor.api.invitation.open.mutate({ token })).toMatchObject({
      way: "new-account",
      email: guest,
      acronym: "KETTLE",
      title: "Title of KETTLE",
      organisationName: "Guest <b>works</b>",
      role: "beneficiary",
      seatRole: "editor",
      inviterName: "Marja Niemi",
    });
    const account = { token, name: "Grete Guest", language: "fi" as const };
    expect(await faultOfCall(visitor.api.invitation.join.mutate({ ...account, password: "kettle kettle" }))).toBe(
      "400 INPUT",
    );
    expect(await visitor.api.invitation.join.mutate({ ...account, password })).toEqual({ projectId: project.id });
    const me = await visitor.api.me.show.query();
    expect(me).toMatchObject({
      user: { name: "Grete Guest", email: guest, language: "fi" },
      actingFor: { organisationId, role: "editor" },
    });
    const [user] = await db.read.select().from(users).where(eq(users.email, guest));
    expect(user).toMatchObject({ emailVerified: true, isAdministrator: false });
    const row = await participantOf(db, project.id, organisationId);
    expect(row).toMatchObject({ state: "accepted", leftOn: null });
    expect((await historyOf(db, row!.id)).at(-1)).toMatchObject({
      action: "accepted",
      actorId: user?.id,
      actingForId: organisationId,
    });
    expect((await visitor.api.project.show.query({ projectId: project.id })).acronym).toBe("KETTLE");
    const told = await db.read.select().from(notifications);
    expect(told.map(({ userId, kind }) => [userId, kind])).toEqual(
      expect.arrayContaining([
        [await userIdOf(stage, adminEmail), "invitation-accepted"],
        [coordinator.userId, "invitation-accepted"],
      ]),
    );
    expect(await faultOfCall(stage.visitor().api.invitation.open.mutate({ token }))).toBe("412 LINK_USED");
    expect(await faultOfCall(stage.visitor().api.invitation.join.mutate({ ...account, password }))).toBe(
      "409 ALREADY_ACCEPTED",
    );
  });

  test("can use the letter in place of a welcome that was never answered", async () => {
    const stage = await begin();
    const organisation = await buildOrganisation(stage.db);
    await stage.admin.api.person.add.mutate({ organisationId: organisation.id, email: guest, role: "viewer" });
    const welcome = await stage.tokenMailedTo(guest);
    const userId = await userIdOf(stage, guest);
    await stage.send({ organisationId: organisation.id });
    const token = await stage.tokenMailedTo(guest);
    const visitor = stage.visitor();
    await visitor.api.invitation.join.mutate({ token, name: "Grete", password, language: "en" });
    expect((await visitor.api.me.show.query()).user?.id).toBe(userId);
    // Nobody else has come in there: the first person can do something.
    expect(await seatsIn(stage.db, organisation.id)).toEqual([{ userId, role: "manager" }]);
    expect(await faultOfCall(stage.visitor().api.account.checkLink.mutate({ token: welcome }))).toBe("412 LINK_USED");
  });

  test("is told that a link is unknown, and cannot guess for long", async () => {
    const stage = await begin();
    const { api } = stage.visitor();
    expect(await faultOfCall(api.invitation.open.mutate({ token: "i123" }))).toBe("404 LINK_UNKNOWN");
    expect(await faultOfCall(api.invitation.decline.mutate({ token: "i123" }))).toBe("404 LINK_UNKNOWN");
    const { id } = await stage.send();
    expect(await faultOfCall(api.invitation.open.mutate({ id }))).toBe("404 NOT_FOUND");
    expect(await faultOfCall(api.invitation.accept.mutate({ id }))).toBe("401 NOT_SIGNED_IN");
    let last = "";
    for (let count = 0; count < 31; count += 1) last = await faultOfCall(api.invitation.open.mutate({ token: "i1" }));
    expect(last).toBe("429 TOO_MANY");
  });
});

describe("somebody who has an account", () => {
  test("signs in with it and accepts; nothing of it is overwritten", async () => {
    const stage = await begin();
    const colleague = await addColleague(stage, guest, "viewer", "kettle river 4418");
    await stage.send();
    const token = await stage.tokenMailedTo(guest);
    const visitor = stage.visitor();
    expect((await visitor.api.invitation.open.mutate({ token })).way).toBe("sign-in");
    const takeover = { token, name: "Mallory", password, language: "en" as const };
    expect(await faultOfCall(visitor.api.invitation.join.mutate(takeover))).toBe("409 EMAIL_TAKEN");
    expect((await colleague.api.me.show.query()).user?.name).toBe("Олег Смирнов");
    await visitor.api.account.signIn.mutate({ email: guest, password: "kettle river 4418" });
    expect((await visitor.api.invitation.open.mutate({ token })).way).toBe("accept");
    expect(await visitor.api.invitation.accept.mutate({ token })).toEqual({ projectId: stage.project.id });
    const { seats: own, actingFor } = await visitor.api.me.show.query();
    expect(own).toHaveLength(2);
    expect(actingFor).toMatchObject({ organisationName: "Guest works", role: "manager" });
  });

  test("is asked just as somebody unknown: neither answer, rows nor history tell", async () => {
    const stage = await begin();
    await addColleague(stage, guest, "viewer", "kettle river 4418");
    const { organisationId } = await buildParticipant(stage.db, stage.project, await buildOrganisation(stage.db));
    const traces: unknown[] = [];
    for (const email of [guest, "nobody@guest.example"]) {
      const sent = await stage.send({ organisationId, email });
      const [row] = await stage.db.read.select().from(invitations).where(eq(invitations.id, sent.id));
      const history = (await historyOf(stage.db, sent.id)).map(({ action, fields }) => [action, Object.keys(fields)]);
      traces.push({ keys: Object.keys(sent), state: row?.state, sentCount: row?.sentCount, history });
    }
    expect(traces[0]).toEqual(traces[1]);
  });

  test("of another address is refused without learning the address", async () => {
    const stage = await begin();
    await stage.send();
    const token = await stage.tokenMailedTo(guest);
    const other = await addColleague(stage, "oleg@cluster.example", "viewer", "kettle river 4418");
    const opened = await other.api.invitation.open.mutate({ token });
    expect(opened).toMatchObject({ way: "other-address", email: "g•••@g•••.example" });
    expect(await faultOfCall(other.api.invitation.accept.mutate({ token }))).toBe("403 INVITE_OTHER_ADDRESS");
    expect(await faultOfCall(other.api.invitation.decline.mutate({ token }))).toBe("403 INVITE_OTHER_ADDRESS");
    expect(await stage.db.read.select({ state: invitations.state }).from(invitations)).toEqual([{ state: "pending" }]);
  });

  test("is one of a hundred at the same moment: exactly one acceptance", async () => {
    const stage = await begin();
    const organisation = await buildOrganisation(stage.db);
    const row = await buildParticipant(stage.db, stage.project, organisation, { state: "invited", number: 2 });
    const person = await buildPerson(stage.db);
    const admin = { userId: await userIdOf(stage, adminEmail), isAdministrator: true, today: "2026-03-02" };
    const acting = (await stage.admin.api.me.show.query()).actingFor!;
    const inviter = { ...admin, seat: { organisationId: acting.organisationId, kind: acting.kind, role: acting.role } };
    const email = await emailOf(stage.db, person);
    const { token } = await buildInvitation(stage.db, row, inviter, { email });
    const visitors = await Promise.all(Array.from({ length: 100 }, () => stage.visitorOf(person)));
    const results = await Promise.all(
      visitors.map((visitor) =>
        visitor.api.invitation.accept.mutate({ token }).then(
          () => "200",
          (error: TRPCClientError<AppRouter>) => `${error.data?.httpStatus} ${error.data?.appCode}`,
        ),
      ),
    );
    expect(results.filter((each) => each === "200")).toHaveLength(1);
    expect(results.filter((each) => each === "409 ALREADY_ACCEPTED")).toHaveLength(99);
    expect(await seatsIn(stage.db, organisation.id)).toEqual([{ userId: person.userId, role: "manager" }]);
    expect(await participantOf(stage.db, stage.project.id, organisation.id)).toMatchObject({
      state: "accepted",
      version: 2,
    });
    const accepted = (await historyOf(stage.db, row.id)).filter(({ action }) => action === "accepted");
    expect(accepted).toHaveLength(1);
  });
});

describe("a letter that opens nothing any more", () => {
  test("was taken back, or replaced by a newer one", async () => {
    const stage = await begin();
    const { id } = await stage.send();
    const first = await stage.tokenMailedTo(guest);
    await stage.admin.api.invitation.resend.mutate({ id, version: 1 });
    expect(await faultOfCall(stage.visitor().api.invitation.open.mutate({ token: first }))).toBe("404 LINK_UNKNOWN");
    const second = await stage.tokenMailedTo(guest);
    expect(second).not.toBe(first);
    await stage.admin.api.invitation.revoke.mutate({ id, version: 2 });
    const { api } = stage.visitor();
    expect(await faultOfCall(api.invitation.open.mutate({ token: second }))).toBe("412 LINK_REVOKED");
    const account = { token: second, name: "Grete", password, language: "en" as const };
    expect(await faultOfCall(api.invitation.join.mutate(account))).toBe("412 LINK_REVOKED");
    expect(await userIdOf(stage, guest)).toBe("");
  });

  test("has expired, which is written down, so that it stays so", async () => {
    let now = Date.now();
    const stage = await begin(() => now);
    const { id } = await stage.send();
    const token = await stage.tokenMailedTo(guest);
    now += 7 * 24 * 3_600_000;
    const { api } = stage.visitor();
    expect(await faultOfCall(api.invitation.open.mutate({ token }))).toBe("412 LINK_EXPIRED");
    now -= 3_600_000;
    expect(await faultOfCall(api.invitation.open.mutate({ token }))).toBe("412 LINK_EXPIRED");
    const [row] = await stage.db.read.select().from(invitations).where(eq(invitations.id, id));
    expect(row?.state).toBe("expired");
    expect((await historyOf(stage.db, id)).at(-1)).toMatchObject({ action: "expired", actorId: null });
  });

  test("came from somebody who has lost the right since", async () => {
    const stage = await begin();
    await stage.send();
    const token = await stage.tokenMailedTo(guest);
    const userId = await userIdOf(stage, adminEmail);
    await stage.db.housekeep((tx) => tx.update(seats).set({ role: "viewer" }).where(eq(seats.userId, userId)));
    const { api } = stage.visitor();
    expect(await faultOfCall(api.invitation.open.mutate({ token }))).toBe("412 INVITER_LOST_RIGHT");
    const account = { token, name: "Grete", password, language: "en" as const };
    expect(await faultOfCall(api.invitation.join.mutate(account))).toBe("412 INVITER_LOST_RIGHT");
    await stage.db.housekeep((tx) => tx.delete(seats).where(eq(seats.userId, userId)));
    expect(await faultOfCall(api.invitation.open.mutate({ token }))).toBe("412 INVITER_LOST_RIGHT");
  });

  test("would bring somebody into an organisation that others have come into since", async () => {
    const stage = await begin();
    const { organisationId } = await stage.send();
    await stage.send({ organisationId, email: "second@guest.example" });
    const [first, second] = [await stage.tokenMailedTo(guest), await stage.tokenMailedTo("second@guest.example")];
    await stage.visitor().api.invitation.join.mutate({ token: first, name: "Grete", password, language: "en" });
    const { api } = stage.visitor();
    const account = { token: second, name: "Second", password, language: "en" as const };
    expect(await faultOfCall(api.invitation.open.mutate({ token: second }))).toBe("412 ORGANISATION_STAFFED");
    expect(await faultOfCall(api.invitation.join.mutate(account))).toBe("412 ORGANISATION_STAFFED");
    expect(await seatsIn(stage.db, organisationId)).toHaveLength(1);
  });
});

describe("declining", () => {
  test("needs no account; while somebody else was asked, it is for the person alone", async () => {
    const stage = await begin();
    const { organisationId } = await stage.send();
    await stage.send({ organisationId, email: "second@guest.example" });
    await sendMails(stage);
    const { api } = stage.visitor();
    await api.invitation.decline.mutate({ token: await stage.tokenMailedTo(guest) });
    const row = () => participantOf(stage.db, stage.project.id, organisationId);
    expect(await row()).toMatchObject({ state: "invited" });
    await api.invitation.decline.mutate({ token: await stage.tokenMailedTo("second@guest.example") });
    expect(await row()).toMatchObject({ state: "declined" });
    expect(await userIdOf(stage, guest)).toBe("");
  });
});

describe("the managers of an organisation that has its people", () => {
  test("answer the letter by its number, each of them, and nobody else", async () => {
    const stage = await begin();
    const organisation = await buildOrganisation(stage.db);
    const [one, two, editor] = [
      await buildPerson(stage.db, organisation),
      await buildPerson(stage.db, organisation),
      await buildPerson(stage.db, organisation, "editor"),
    ];
    await letComeIn(stage.db, one, two, editor);
    const { id } = await stage.send({ organisationId: organisation.id, email: null });
    await sendMails(stage);
    const sent = (await readOutbox(stage.parts.settings.dataDirectory)).filter(({ text }) =>
      text.includes(`?id=${id}`),
    );
    expect(sent.map(({ to }) => to).toSorted()).toEqual(
      [await emailOf(stage.db, one), await emailOf(stage.db, two)].toSorted(),
    );
    for (const stranger of [await stage.visitorOf(editor), stage.admin]) {
      expect(await faultOfCall(stranger.api.invitation.open.mutate({ id }))).toBe("404 NOT_FOUND");
      expect(await faultOfCall(stranger.api.invitation.accept.mutate({ id }))).toBe("404 NOT_FOUND");
    }
    const visitor = await stage.visitorOf(two);
    expect(await visitor.api.invitation.open.mutate({ id })).toMatchObject({
      way: "accept",
      email: "",
      seatRole: null,
    });
    expect(await visitor.api.invitation.accept.mutate({ id })).toEqual({ projectId: stage.project.id });
    expect(await seatsIn(stage.db, organisation.id)).toHaveLength(3);
    const rows = await stage.db.read
      .select({ state: participants.state })
      .from(participants)
      .where(eq(participants.organisationId, organisation.id));
    expect(rows).toEqual([{ state: "accepted" }]);
  });
});
