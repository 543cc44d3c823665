import type { TRPCClientError } from "@trpc/client";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import type { AppRouter } from "#server/api/router.ts";
import { invitations, notifications, users } from "#server/db/schema/index.ts";
import { buildInvitation } from "#tests/support/build-invitation.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildParticipant } from "#tests/support/build-project.ts";
import { readOutbox } from "#tests/support/outbox.ts";

import { addColleague, adminEmail, userIdOf } from "../accounts/account-stage.ts";
import { begin, faultOfCall, password } from "./answer-stage.ts";
import { emailOf, guest, historyOf, participantOf, seatsIn } from "./invitation-stage.ts";

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
