import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import {
  accountLinks,
  accounts,
  changes,
  idempotencyKeys,
  mails,
  users,
  verifications,
} from "#server/db/schema/index.ts";
import type { Visitor } from "#tests/support/visitor.ts";
import { readOutbox } from "#tests/support/outbox.ts";

import { addColleague, adminEmail, adminPassword, sendMails, startStage, userIdOf } from "./account-stage.ts";

const hour = 3_600_000;
const start = Date.UTC(2026, 2, 2, 9);
const newPassword = "nine quiet lamps 52";

const signIn = (visitor: Visitor, password: string) =>
  visitor.api.account.signIn.mutate({ email: adminEmail, password });

async function rawReset(visitor: Visitor, email: string) {
  const init = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, language: "en" }),
  };
  const response = await visitor.fetch("/api/trpc/account.requestReset", init);
  return { status: response.status, text: await response.text(), cookies: response.headers.getSetCookie() };
}

describe("resetting", () => {
  test("the mailed link sets a new password once, ends other sessions and signs in", async () => {
    const stage = await startStage();
    const visitor = stage.visitor();
    await visitor.api.account.requestReset.mutate({ email: adminEmail, language: "en" });
    const token = await stage.tokenMailedTo(adminEmail);
    expect(await visitor.api.account.checkLink.mutate({ token })).toEqual({
      kind: "reset",
      email: adminEmail,
      name: "Marja Niemi",
    });

    await visitor.api.account.reset.mutate({ token, password: newPassword });
    expect((await visitor.api.me.show.query()).user?.email).toBe(adminEmail);
    expect((await stage.admin.api.me.show.query()).user).toBeNull();
    await expect(signIn(stage.visitor(), adminPassword)).rejects.toMatchObject({ data: { appCode: "INVALID_LOGIN" } });
    await signIn(stage.visitor(), newPassword);
    await expect(stage.visitor().api.account.reset.mutate({ token, password: newPassword })).rejects.toMatchObject({
      data: { code: "PRECONDITION_FAILED", httpStatus: 412, appCode: "LINK_USED" },
    });

    await sendMails(stage);
    const [, notice] = await readOutbox(stage.parts.settings.dataDirectory);
    expect(notice).toMatchObject({ to: adminEmail, subject: "Salasanasi palveluun NCC on vaihdettu" });
    const recorded = await stage.parts.db.read.select().from(changes).where(eq(changes.action, "password-changed"));
    expect(recorded).toHaveLength(1);
    expect(JSON.stringify(recorded)).not.toMatch(/[0-9a-f]{32}:[0-9a-f]{64}/);
  });

  test("known and unknown addresses get the same bytes and leave the same traces", async () => {
    const stage = await startStage();
    const rowsOf = async () => {
      const { read } = stage.parts.db;
      return {
        mails: await read.$count(mails),
        links: await read.$count(accountLinks),
        verifications: await read.$count(verifications),
      };
    };
    const before = await rowsOf();
    const known = await rawReset(stage.visitor(), adminEmail);
    const between = await rowsOf();
    const unknown = await rawReset(stage.visitor(), "nobody@cluster.example");
    const after = await rowsOf();
    expect(known.status).toBe(200);
    expect(unknown).toEqual(known);
    expect(between).toEqual({ ...before, mails: before.mails + 1 });
    expect(after).toEqual({ ...between, mails: between.mails + 1 });
    await sendMails(stage);
    expect((await readOutbox(stage.parts.settings.dataDirectory)).map((mail) => mail.to)).toEqual([adminEmail]);
  });

  test("a link ends after an hour, an altered one is unknown, and a newer one replaces it", async () => {
    let now = start;
    const stage = await startStage({ clock: () => now });
    const visitor = stage.visitor();
    const ask = async () => {
      await visitor.api.account.requestReset.mutate({ email: adminEmail, language: "en" });
      return await stage.tokenMailedTo(adminEmail);
    };
    const first = await ask();
    now += 1;
    const second = await ask();
    const refusal = (token: string) => visitor.api.account.reset.mutate({ token, password: newPassword });
    await expect(refusal(first)).rejects.toMatchObject({ data: { code: "NOT_FOUND", appCode: "LINK_UNKNOWN" } });
    await expect(refusal(`${second}x`)).rejects.toMatchObject({ data: { code: "NOT_FOUND", appCode: "LINK_UNKNOWN" } });
    await expect(refusal("")).rejects.toMatchObject({ data: { appCode: "LINK_UNKNOWN" } });
    now += hour;
    await expect(refusal(second)).rejects.toMatchObject({
      data: { code: "PRECONDITION_FAILED", appCode: "LINK_EXPIRED" },
    });
    await signIn(visitor, adminPassword);
  });

  test("three letters an hour for one address, and a refused password leaves the link open", async () => {
    const stage = await startStage();
    const visitor = stage.visitor();
    for (let count = 0; count < 3; count += 1) expect((await rawReset(visitor, adminEmail)).status).toBe(200);
    expect((await rawReset(visitor, adminEmail)).status).toBe(429);
    const token = await stage.tokenMailedTo(adminEmail);
    for (const [password, appCode] of [
      ["short", "TOO_SHORT"],
      ["x".repeat(129), "TOO_LONG"],
      ["password12345", "PASSWORD_TOO_COMMON"],
      ["MarjaNiemi2026", "PASSWORD_TOO_COMMON"],
    ] as const) {
      await expect(visitor.api.account.reset.mutate({ token, password })).rejects.toMatchObject({
        data: { code: "BAD_REQUEST", fields: [{ path: "password", appCode }] },
      });
    }
    await visitor.api.account.reset.mutate({ token, password: newPassword });
  });

  test("of two uses at once one wins", async () => {
    const stage = await startStage();
    await stage.visitor().api.account.requestReset.mutate({ email: adminEmail, language: "en" });
    const token = await stage.tokenMailedTo(adminEmail);
    const results = await Promise.allSettled(
      [newPassword, `${newPassword}!`].map((password) => stage.visitor().api.account.reset.mutate({ token, password })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });
});

describe("changing", () => {
  test("needs the present one, ends the other sessions and gives this one a new token", async () => {
    const stage = await startStage();
    const other = stage.visitor();
    await signIn(other, adminPassword);
    const cookie = stage.admin.cookies();
    await expect(
      stage.admin.api.account.changePassword.mutate({ currentPassword: "not this one 77", newPassword }),
    ).rejects.toMatchObject({
      data: { code: "BAD_REQUEST", fields: [{ path: "currentPassword", appCode: "WRONG_PASSWORD" }] },
    });
    expect((await other.api.me.show.query()).user).not.toBeNull();

    await stage.admin.api.account.changePassword.mutate({ currentPassword: adminPassword, newPassword });
    expect(stage.admin.cookies()).not.toBe(cookie);
    expect((await stage.admin.api.me.show.query()).user).not.toBeNull();
    expect((await other.api.me.show.query()).user).toBeNull();
    await expect(signIn(other, adminPassword)).rejects.toMatchObject({ data: { appCode: "INVALID_LOGIN" } });
    await signIn(other, newPassword);
  });

  test("a change ends open reset links", async () => {
    const stage = await startStage();
    await stage.visitor().api.account.requestReset.mutate({ email: adminEmail, language: "en" });
    const token = await stage.tokenMailedTo(adminEmail);
    await stage.admin.api.account.changePassword.mutate({ currentPassword: adminPassword, newPassword });
    await expect(stage.visitor().api.account.reset.mutate({ token, password: newPassword })).rejects.toMatchObject({
      data: { appCode: "LINK_USED" },
    });
  });

  test("a password typed with composed or decomposed letters is the same one", async () => {
    const stage = await startStage();
    const typed = "Äyräs ja mäntymetsä";
    await stage.admin.api.account.changePassword.mutate({
      currentPassword: adminPassword,
      newPassword: typed.normalize("NFD"),
    });
    const visitor = stage.visitor();
    await signIn(visitor, typed.normalize("NFC"));
    expect((await visitor.api.me.show.query()).user?.email).toBe(adminEmail);
  });

  test("hashes are scrypt, and nothing stored could be compared with a guess faster than that", async () => {
    const stage = await startStage();
    await addColleague(stage, "oleg@cluster.example", "viewer", "seven grey herons 3");
    const { read } = stage.parts.db;
    const userId = await userIdOf(stage, "oleg@cluster.example");
    const [row] = await read
      .select({ hash: accounts.password })
      .from(accounts)
      .where(and(eq(accounts.userId, userId), eq(accounts.providerId, "credential")));
    expect(row?.hash).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
    const stored = JSON.stringify([
      await read.select().from(users),
      await read.select().from(changes),
      await read.select().from(idempotencyKeys),
      await read.select().from(mails),
    ]);
    expect(stored).not.toContain("herons");
    // The kept hash of a call covers everything but passwords: the same call with another password has the same one.
    const keys = await read.select({ hash: idempotencyKeys.bodyHash }).from(idempotencyKeys);
    expect(keys.length).toBeGreaterThan(0);
  });
});
