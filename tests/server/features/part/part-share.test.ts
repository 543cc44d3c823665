import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { mails, partLinks, seats, users } from "#server/db/schema/index.ts";
import { startMailQueue } from "#server/mail/mail-queue.ts";
import type { Standpoint } from "#tests/support/build-consortium.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { callerOf } from "#tests/support/caller.ts";
import { outcomeOf } from "#tests/support/outcome.ts";
import { readOutbox } from "#tests/support/outbox.ts";

import { issue, linkedCaller, openPartStage, type PartStage } from "./part-stage.ts";

let stage: PartStage;
beforeEach(async () => {
  stage = await openPartStage();
});
afterEach(async () => {
  await stage.db.close();
  await stage.parts.remove();
});

const as = (who: Standpoint) => callerOf(stage.parts, stage.scene.people[who]);
const here = () => ({ projectId: stage.part.projectId, periodId: stage.part.periodId });
const appCodeOf = (call: Promise<unknown>) =>
  outcomeOf(call.catch((error: unknown) => Promise.reject((error as { cause?: unknown }).cause ?? error)));
const ask = (who: Standpoint, email = "kari@mover.example") => as(who).part.share({ ...here(), name: "Kari", email });
const show = (token: string) => linkedCaller(stage, token).part.show({});

const linksOf = async (who: Standpoint) => (await as(who).part.links(here())).rows;

/** Sends what is queued; the tokens in the mails to this address, oldest first. */
async function arrivedTokens(email: string): Promise<string[]> {
  const queue = startMailQueue(stage.parts, 3_600_000);
  await queue.flush();
  await queue.close();
  const outbox = await readOutbox(stage.parts.settings.dataDirectory);
  return outbox.filter(({ to }) => to === email).map(({ text }) => /\/part#(p[\w-]{32})/.exec(text)?.[1] ?? "");
}

async function userOf(email: string) {
  const [user] = await stage.db.read.select().from(users).where(eq(users.email, email));
  return user;
}

describe("asking a colleague", () => {
  test("makes a person without password and seat, who reports by the link of the mail", async () => {
    await ask("member");
    const kari = await userOf("kari@mover.example");
    expect(kari).toMatchObject({ name: "Kari", passwordChangedAt: null });
    expect(
      await stage.db.read
        .select()
        .from(seats)
        .where(eq(seats.userId, kari?.id ?? "")),
    ).toEqual([]);
    const [token = ""] = await arrivedTokens("kari@mover.example");
    expect(await show(token)).toMatchObject({ personName: "Kari", organisationName: "Mover" });
    const caller = linkedCaller(stage, token);
    const saved = await caller.part.save({ contributionId: stage.lines.own.id, version: null, patch: { text: "x" } });
    expect(saved.state).toBe("draft");
  });

  test("takes the person of a known address and leaves its name", async () => {
    const { userId } = await buildPerson(stage.db);
    await stage.db.housekeep((tx) =>
      tx.update(users).set({ email: "k@b.example", name: "K" }).where(eq(users.id, userId)),
    );
    await ask("member", "k@b.example");
    expect(await userOf("k@b.example")).toMatchObject({ id: userId, name: "K" });
    const [token = ""] = await arrivedTokens("k@b.example");
    expect((await show(token)).personName).toBe("K");
  });

  test("is for those who write for the member, for its own part", async () => {
    for (const who of ["viewer", "invited", "cluster"] as const) expect(await appCodeOf(ask(who))).toBe("FORBIDDEN");
    expect(await appCodeOf(ask("outsider"))).toBe("NOT_FOUND");
    await ask("coordinator", "c@lead.example");
    const [token = ""] = await arrivedTokens("c@lead.example");
    expect(await show(token)).toMatchObject({ organisationName: "Lead", items: [] });
    const links = await stage.db.read.select().from(partLinks);
    expect(links.map(({ participantId }) => participantId)).toEqual([stage.scene.participants.coordinator.id]);
  });

  test("the mail holds no figure and no title of a line, and no token waits in the queue", async () => {
    await ask("member");
    const queued = await stage.db.read.select().from(mails);
    expect(JSON.stringify(queued)).not.toMatch(/p[\w-]{32}/);
    await arrivedTokens("kari@mover.example");
    const [mail] = await readOutbox(stage.parts.settings.dataDirectory);
    expect(mail?.text).toContain("Mover");
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Pilot plant|Site/);
  });

  test("ends with the rights of who asked", async () => {
    await ask("member");
    const [token = ""] = await arrivedTokens("kari@mover.example");
    const { userId } = stage.scene.people.member;
    await stage.db.housekeep((tx) => tx.update(seats).set({ role: "viewer" }).where(eq(seats.userId, userId)));
    expect(await appCodeOf(show(token))).toBe("LINK_REVOKED");
  });

  test("a link ended before its mail leaves is not sent", async () => {
    await ask("member");
    const [row] = (await as("member").part.links(here())).rows;
    await as("member").part.revoke({ id: row?.id ?? "", version: row?.version ?? 0 });
    expect(await arrivedTokens("kari@mover.example")).toEqual([]);
  });
});

describe("the reporting cycle", () => {
  test("gets links for people of the member and for colleagues it named, for nobody else", async () => {
    const { db, part, scene } = stage;
    expect(await issue(db, part)).toMatch(/^p[\w-]{32}$/);
    for (const who of ["coordinator", "viewer", "other", "outsider"] as const)
      expect(await issue(db, { ...part, userId: scene.people[who].userId }), who).toBeNull();
    await ask("member");
    const userId = (await userOf("kari@mover.example"))?.id ?? "";
    const again = (await issue(db, { ...part, userId })) ?? "";
    expect((await show(again)).personName).toBe("Kari");
    expect(await issue(db, { ...part, userId, periodId: stage.later.id })).toBeNull();
    const [row] = (await as("member").part.links(here())).rows;
    await as("member").part.revoke({ id: row?.id ?? "", version: row?.version ?? 0 });
    expect(await appCodeOf(show(again))).toBe("LINK_REVOKED");
    expect(await issue(db, { ...part, userId })).toBeNull();
  });
});

describe("a picture", () => {
  const token = `p${"Zz09-_Ab".repeat(4)}`;

  test("is an own link, whose token the answer does not repeat", async () => {
    const picture = await as("member").part.picture({ ...here(), token });
    expect(picture).toMatchObject({ organisationName: "Mover", periodNumber: 1, dueOn: "2026-07-30" });
    expect(JSON.stringify(picture)).not.toContain(token);
    expect((await show(token)).items).toHaveLength(2);
    expect(await appCodeOf(as("other").part.picture({ ...here(), token }))).toBe("TOKEN_TAKEN");
    expect(await appCodeOf(as("viewer").part.picture({ ...here(), token }))).toBe("FORBIDDEN");
  });
});

describe("the list of links", () => {
  test("shows the member its own, with their use, and the coordinator and others nothing of them", async () => {
    await ask("member");
    const [token = ""] = await arrivedTokens("kari@mover.example");
    await show(token);
    await expect
      .poll(async () => await linksOf("member"))
      .toMatchObject([{ personName: "Kari", isNamed: true, isSelf: false, kind: "mail", uses: 1 }]);
    for (const who of ["coordinator", "other", "viewer", "cluster"] as const)
      expect(await linksOf(who), who).toEqual([]);
  });

  test("only the member ends a link; every link of that person for the period ends with it", async () => {
    const { db, part } = stage;
    const [first, second] = [(await issue(db, part)) ?? "", (await issue(db, part)) ?? ""];
    const [link] = await db.read.select().from(partLinks).where(eq(partLinks.userId, part.userId));
    const ref = { id: link?.id ?? "", version: link?.version ?? 0 };
    for (const who of ["coordinator", "other", "outsider"] as const)
      expect(await appCodeOf(as(who).part.revoke(ref)), who).toBe("NOT_FOUND");
    expect(await appCodeOf(as("viewer").part.revoke(ref))).toBe("FORBIDDEN");
    await as("member").part.revoke(ref);
    for (const token of [first, second]) expect(await appCodeOf(show(token))).toBe("LINK_REVOKED");
    expect(await appCodeOf(as("member").part.revoke(ref))).toBe("STALE");
    const open = and(eq(partLinks.userId, part.userId), eq(partLinks.version, 1));
    expect(await db.read.select().from(partLinks).where(open)).toEqual([]);
  });
});
