import { eq, ne } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { changes, seats } from "#server/db/schema/index.ts";
import { buildMembership, buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { readOutbox } from "#tests/support/outbox.ts";

import { addColleague, adminEmail, sendMails, type Stage, startStage } from "./account-stage.ts";

const colleaguePassword = "seven grey herons 3";
const oleg = "oleg@cluster.example";

async function ownOrganisationId(stage: Stage): Promise<string> {
  return (await stage.admin.api.me.show.query()).actingFor?.organisationId ?? "";
}

async function peopleOf(stage: Stage) {
  return (await stage.admin.api.person.list.query({ organisationId: await ownOrganisationId(stage) })).rows;
}

describe("giving a seat", () => {
  test("an unknown address becomes an account whose owner chooses the password by a mailed link", async () => {
    const stage = await startStage();
    const organisationId = await ownOrganisationId(stage);
    expect(await stage.admin.api.person.add.mutate({ organisationId, email: oleg, role: "editor" })).toEqual({
      accepted: true,
    });
    expect(await peopleOf(stage)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ email: oleg, name: oleg, role: "editor", isPending: true, isSelf: false }),
      ]),
    );
    const token = await stage.tokenMailedTo(oleg);
    const [mail] = await readOutbox(stage.parts.settings.dataDirectory);
    // The administrator works in Finnish, and of the colleague nothing is known yet.
    expect(mail?.subject).toBe("Neva Cleantech Cluster: sinulla on pääsy palveluun NCC");

    const colleague = stage.visitor();
    await colleague.api.account.reset.mutate({
      token,
      password: colleaguePassword,
      name: "Олег Смирнов",
      language: "ru",
    });
    const me = await colleague.api.me.show.query();
    expect(me.user).toMatchObject({ name: "Олег Смирнов", email: oleg, language: "ru", isAdministrator: false });
    expect(me.actingFor).toMatchObject({ organisationId, role: "editor" });
    expect((await peopleOf(stage)).find((row) => row.email === oleg)).toMatchObject({
      name: "Олег Смирнов",
      isPending: false,
    });
  });

  test("a known address gets the seat and a notice; the answer is the same", async () => {
    const stage = await startStage();
    await addColleague(stage, oleg, "viewer", colleaguePassword);
    const enterprise = await buildOrganisation(stage.parts.db);
    await buildMembership(stage.parts.db, enterprise, { id: await ownOrganisationId(stage) });
    expect(
      await stage.admin.api.person.add.mutate({ organisationId: enterprise.id, email: oleg, role: "manager" }),
    ).toEqual({ accepted: true });
    await sendMails(stage);
    const mail = (await readOutbox(stage.parts.settings.dataDirectory)).at(-1);
    expect(mail?.text).toContain(enterprise.name);
    expect(mail?.text).not.toContain("token=");
    await expect(
      stage.admin.api.person.add.mutate({
        organisationId: await ownOrganisationId(stage),
        email: oleg,
        role: "viewer",
      }),
    ).rejects.toMatchObject({
      data: { code: "CONFLICT", appCode: "ALREADY_SEATED" },
    });
  });

  test("only managers acting for the organisation see and change its people", async () => {
    const stage = await startStage();
    const organisationId = await ownOrganisationId(stage);
    const editor = await addColleague(stage, oleg, "editor", colleaguePassword);
    const elsewhere = await stage.visitorOf(await buildPerson(stage.parts.db, await buildOrganisation(stage.parts.db)));
    const [row] = await peopleOf(stage);
    // That it was tried is kept, and is no change.
    const changed = () => stage.parts.db.read.$count(changes, ne(changes.action, "denied"));
    const before = await changed();
    for (const visitor of [editor, elsewhere]) {
      expect(await visitor.api.person.list.query({ organisationId })).toEqual({ rows: [], may: { manage: false } });
      await expect(
        visitor.api.person.add.mutate({ organisationId, email: "x@cluster.example", role: "viewer" }),
      ).rejects.toMatchObject({ data: { code: "FORBIDDEN" } });
      const seat = { seatId: row?.seatId ?? "", version: row?.version ?? 1 };
      await expect(visitor.api.person.changeRole.mutate({ ...seat, role: "viewer" })).rejects.toMatchObject({
        data: { code: "NOT_FOUND" },
      });
      await expect(visitor.api.person.remove.mutate(seat)).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
    }
    expect(await changed()).toBe(before);
    await expect(stage.visitor().api.person.list.query({ organisationId })).rejects.toMatchObject({
      data: { code: "UNAUTHORIZED" },
    });
    await expect(
      stage.admin.api.person.list.query({ organisationId: "0198c0de-0000-7000-8000-000000000000" }),
    ).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
  });

  test("the cluster's manager brings the first person of a member enterprise in, and none once somebody is in", async () => {
    const stage = await startStage();
    const [enterprise, stranger] = [await buildOrganisation(stage.parts.db), await buildOrganisation(stage.parts.db)];
    await buildMembership(stage.parts.db, enterprise, { id: await ownOrganisationId(stage) });
    const manager = await stage.visitorOf(
      await buildPerson(stage.parts.db, { id: await ownOrganisationId(stage), kind: "cluster" }),
    );
    await manager.api.person.add.mutate({
      organisationId: enterprise.id,
      email: "ceo@enterprise.example",
      role: "manager",
    });
    await expect(
      manager.api.person.add.mutate({ organisationId: stranger.id, email: "ceo@stranger.example", role: "manager" }),
    ).rejects.toMatchObject({ data: { code: "FORBIDDEN" } });
    expect((await manager.api.person.list.query({ organisationId: enterprise.id })).rows).toHaveLength(1);

    const first = stage.visitor();
    await first.api.account.reset.mutate({
      token: await stage.tokenMailedTo("ceo@enterprise.example"),
      password: colleaguePassword,
      name: "Ирина Волкова",
    });
    for (const visitor of [manager, stage.admin]) {
      expect(await visitor.api.person.list.query({ organisationId: enterprise.id })).toEqual({
        rows: [],
        may: { manage: false },
      });
      await expect(
        visitor.api.person.add.mutate({ organisationId: enterprise.id, email: "spy@cluster.example", role: "viewer" }),
      ).rejects.toMatchObject({ data: { code: "FORBIDDEN" } });
    }
  });
});

describe("taking rights", () => {
  test("a removed person is out with the next request; the seat's history stays", async () => {
    const stage = await startStage();
    const colleague = await addColleague(stage, oleg, "manager", colleaguePassword);
    const row = (await peopleOf(stage)).find((each) => each.email === oleg);
    await stage.admin.api.person.remove.mutate({ seatId: row?.seatId ?? "", version: row?.version ?? 0 });
    expect((await colleague.api.me.show.query()).user).toBeNull();
    await colleague.api.account.signIn.mutate({ email: oleg, password: colleaguePassword });
    expect(await colleague.api.me.show.query()).toMatchObject({ seats: [], actingFor: null });
    const recorded = await stage.parts.db.read
      .select({ action: changes.action })
      .from(changes)
      .where(eq(changes.entityId, row?.seatId ?? ""));
    expect(recorded.map((each) => each.action)).toEqual(["created", "removed"]);
  });

  test("a changed role begins with a new session", async () => {
    const stage = await startStage();
    const colleague = await addColleague(stage, oleg, "viewer", colleaguePassword);
    const row = (await peopleOf(stage)).find((each) => each.email === oleg);
    const seat = { seatId: row?.seatId ?? "", version: 1 };
    expect(await stage.admin.api.person.changeRole.mutate({ ...seat, role: "manager" })).toEqual({ version: 2 });
    expect((await colleague.api.me.show.query()).user).toBeNull();
    await expect(stage.admin.api.person.changeRole.mutate({ ...seat, role: "viewer" })).rejects.toMatchObject({
      data: { code: "CONFLICT", appCode: "STALE", present: { version: 2, role: "manager" } },
    });
  });

  test("giving own rights up is asked again, and the last manager cannot leave", async () => {
    const stage = await startStage();
    const own = (await peopleOf(stage)).find((each) => each.email === adminEmail);
    const seat = { seatId: own?.seatId ?? "", version: own?.version ?? 0 };
    expect(own?.isSelf).toBe(true);
    await expect(stage.admin.api.person.changeRole.mutate({ ...seat, role: "viewer" })).rejects.toMatchObject({
      data: { httpStatus: 428, appCode: "CONFIRM_OWN_RIGHTS" },
    });
    await expect(stage.admin.api.person.remove.mutate(seat)).rejects.toMatchObject({
      data: { appCode: "CONFIRM_OWN_RIGHTS" },
    });
    await expect(
      stage.admin.api.person.changeRole.mutate({ ...seat, role: "viewer", isConfirmed: true }),
    ).rejects.toMatchObject({ data: { httpStatus: 409, appCode: "LAST_OWNER" } });
    await expect(stage.admin.api.person.remove.mutate({ ...seat, isConfirmed: true })).rejects.toMatchObject({
      data: { appCode: "LAST_OWNER" },
    });

    await addColleague(stage, oleg, "manager", colleaguePassword);
    await stage.admin.api.person.changeRole.mutate({ ...seat, role: "viewer", isConfirmed: true });
    // Its own session goes on, with the rights of now.
    expect((await stage.admin.api.me.show.query()).actingFor).toMatchObject({ role: "viewer" });
  });

  test("of two managers who leave at once one stays", async () => {
    const stage = await startStage();
    const colleague = await addColleague(stage, oleg, "manager", colleaguePassword);
    const rows = await peopleOf(stage);
    const leave = (visitor: typeof colleague, email: string) => {
      const row = rows.find((each) => each.email === email);
      return visitor.api.person.remove.mutate({
        seatId: row?.seatId ?? "",
        version: row?.version ?? 0,
        isConfirmed: true,
      });
    };
    const results = await Promise.allSettled([leave(stage.admin, adminEmail), leave(colleague, oleg)]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await stage.parts.db.read.$count(seats, eq(seats.role, "manager"))).toBe(1);
  });
});
