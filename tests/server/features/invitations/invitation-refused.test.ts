import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { invitations, participants, seats } from "#server/db/schema/index.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { readOutbox } from "#tests/support/outbox.ts";

import { adminEmail, sendMails, userIdOf } from "../accounts/account-stage.ts";
import { begin, faultOfCall, password } from "./answer-stage.ts";
import { emailOf, guest, historyOf, letComeIn, participantOf, seatsIn } from "./invitation-stage.ts";

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
