import { describe, expect, test } from "vitest";

import { sessions } from "#server/db/schema/index.ts";
import { sessionIdleMs, sessionLifeMs } from "#server/features/accounts/session-cookie.ts";
import { startTestApp } from "#tests/support/app.ts";
import type { Visitor } from "#tests/support/visitor.ts";

import {
  addColleague,
  adminEmail,
  adminPassword,
  setupInput,
  setupToken,
  type Stage,
  startStage,
} from "./account-stage.ts";

const minute = 60_000;
const start = Date.UTC(2026, 2, 2, 9);

/** The answer to one sign-in as it travels: status, headers that could tell something, body without the request's own number. */
async function rawSignIn(visitor: Visitor, email: string, password: string) {
  const init = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  };
  const response = await visitor.fetch("/api/trpc/account.signIn", init);
  const text = (await response.text()).replace(/"requestId":"[^"]+"/, "");
  const headers = [...response.headers].filter(([name]) => !["date", "x-request-id"].includes(name));
  return { status: response.status, text, headers, cookies: response.headers.getSetCookie() };
}

const isSignedIn = async (visitor: Visitor): Promise<boolean> => (await visitor.api.me.show.query()).user !== null;

describe("signing in", () => {
  test("gives a cookie that scripts and other sites cannot use, and no token in the body", async () => {
    const stage = await startStage();
    const { status, text, cookies } = await rawSignIn(stage.visitor(), `  ${adminEmail.toUpperCase()} `, adminPassword);
    expect(status).toBe(200);
    expect(cookies).toHaveLength(1);
    const [pair = "", ...attributes] = (cookies[0] ?? "").split("; ");
    expect(attributes.map((each) => each.toLowerCase()).toSorted()).toEqual([
      "httponly",
      "max-age=604800",
      "path=/",
      "samesite=lax",
    ]);
    const [name, value = ""] = pair.split("=");
    expect(name).toBe("consortia.session");
    const token = decodeURIComponent(value).split(".")[0] ?? "";
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(text).not.toContain(token);
  });

  test("behind https the cookie is secure and bound to this host", async () => {
    const origin = "https://consortia.example";
    const app = await startTestApp({ environment: { BASE_URL: origin } });
    const visitor = app.visitor();
    const init = {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify(setupInput(await setupToken(app))),
    };
    const [cookie = "", ...others] = (await visitor.fetch("/api/trpc/setup.complete", init)).headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^__Host-consortia\.session=/);
    expect(cookie.split("; ").slice(1).toSorted()).toEqual([
      "HttpOnly",
      "Max-Age=604800",
      "Path=/",
      "SameSite=Lax",
      "Secure",
    ]);
    expect(await isSignedIn(visitor)).toBe(true);
    // The same cookie under the plain name could come from a neighbouring host.
    const planted = app.visitor();
    planted.setCookie("consortia.session", splitCookie(visitor.cookies())[1]);
    expect(await isSignedIn(planted)).toBe(false);
  });

  test("answers a wrong password, an unknown address and an account without password with the same bytes", async () => {
    const stage = await startStage();
    const { actingFor } = await stage.admin.api.me.show.query();
    await stage.admin.api.person.add.mutate({
      organisationId: actingFor?.organisationId ?? "",
      email: "new@cluster.example",
      role: "viewer",
    });
    const wrong = await rawSignIn(stage.visitor(), adminEmail, "not the password 1");
    expect(wrong.status).toBe(401);
    expect(wrong.text).toContain("INVALID_LOGIN");
    expect(await rawSignIn(stage.visitor(), "nobody@cluster.example", "not the password 1")).toEqual(wrong);
    expect(await rawSignIn(stage.visitor(), "new@cluster.example", "not the password 1")).toEqual(wrong);
    expect(wrong.cookies).toEqual([]);
  });

  test("replaces the session the browser had", async () => {
    const stage = await startStage();
    const before = stage.admin.cookies();
    await stage.admin.api.account.signIn.mutate({ email: adminEmail, password: adminPassword });
    expect(stage.admin.cookies()).not.toBe(before);
    expect(await stage.parts.db.read.select().from(sessions)).toHaveLength(1);
    const old = stage.visitor();
    old.setCookie(...splitCookie(before));
    expect(await isSignedIn(old)).toBe(false);
  });

  test("an altered cookie, or the stored token alone, opens nothing", async () => {
    const stage = await startStage();
    const [name, value] = splitCookie(stage.admin.cookies());
    const [row] = await stage.parts.db.read.select().from(sessions);
    for (const forged of [
      `${value.slice(0, -6)}AAAA%3D`,
      row?.token ?? "",
      `${row?.token}.`,
      `${row?.token}.${Buffer.alloc(32).toString("base64")}`,
      "%E0%A4%A",
      "",
    ]) {
      const thief = stage.visitor();
      thief.setCookie(name, forged);
      expect(await isSignedIn(thief)).toBe(false);
    }
    expect(await isSignedIn(stage.admin)).toBe(true);
  });
});

describe("limits", () => {
  test("five failures close an account for a quarter of an hour, known or not, and a right password in between forgives", async () => {
    let now = start;
    const stage = await startStage({ clock: () => now });
    for (let count = 0; count < 4; count += 1)
      expect((await rawSignIn(stage.visitor(), adminEmail, "wrong wrong wrong")).status).toBe(401);
    expect((await rawSignIn(stage.visitor(), adminEmail, adminPassword)).status).toBe(200);
    for (const email of [adminEmail, "nobody@cluster.example"]) {
      for (let count = 0; count < 5; count += 1)
        expect((await rawSignIn(stage.visitor(), email, "wrong wrong wrong")).status).toBe(401);
      now += minute;
      const refused = await rawSignIn(stage.visitor(), email, adminPassword);
      expect(refused.status).toBe(429);
      expect(new Map(refused.headers).get("retry-after")).toBe("840");
      expect(refused.text).toContain('"seconds":840');
    }
    now += 14 * minute;
    expect((await rawSignIn(stage.visitor(), adminEmail, adminPassword)).status).toBe(200);
  });

  test("twenty failures close the door to one client address, for every account", async () => {
    const stage = await startStage({ clock: () => start });
    for (let count = 0; count < 20; count += 1)
      expect((await rawSignIn(stage.visitor(), `p${count}@cluster.example`, "wrong wrong wrong")).status).toBe(401);
    expect((await rawSignIn(stage.visitor(), adminEmail, adminPassword)).status).toBe(429);
  });
});

describe("sessions", () => {
  test("end after twelve hours without use and after seven days with it", async () => {
    let now = start;
    const stage = await startStage({ clock: () => now });
    for (; now < start + sessionLifeMs - sessionIdleMs; now += sessionIdleMs - minute) {
      expect(await isSignedIn(stage.admin)).toBe(true);
      // The use is noted beside the answer.
      await expect.poll(() => lastSeenAt(stage)).toBe(now);
    }
    now = start + sessionLifeMs - sessionIdleMs;
    expect(await isSignedIn(stage.admin)).toBe(true);
    await expect.poll(() => lastSeenAt(stage)).toBe(now);
    now = start + sessionLifeMs - 1;
    expect(await isSignedIn(stage.admin)).toBe(true);
    now = start + sessionLifeMs;
    expect(await isSignedIn(stage.admin)).toBe(false);

    await stage.admin.api.account.signIn.mutate({ email: adminEmail, password: adminPassword });
    now += sessionIdleMs - 1;
    expect(await isSignedIn(stage.admin)).toBe(true);
    await expect.poll(() => lastSeenAt(stage)).toBe(now);
    now += sessionIdleMs;
    expect(await isSignedIn(stage.admin)).toBe(false);
    await expect(stage.admin.api.account.sessions.query()).rejects.toMatchObject({
      data: { code: "UNAUTHORIZED", appCode: "NOT_SIGNED_IN" },
    });
  });

  test("are listed without tokens and ended one by one or all but this", async () => {
    const stage = await startStage();
    const [second, third] = [stage.visitor(), stage.visitor()];
    for (const visitor of [second, third])
      await visitor.api.account.signIn.mutate({ email: adminEmail, password: adminPassword });
    const rows = await stage.admin.api.account.sessions.query();
    expect(rows).toHaveLength(3);
    expect(rows.filter((row) => row.isCurrent)).toHaveLength(1);
    const other = (await second.api.account.sessions.query()).find((row) => row.isCurrent);
    await stage.admin.api.account.endSession.mutate({ id: other?.id ?? "" });
    expect(await isSignedIn(second)).toBe(false);
    await stage.admin.api.account.endOtherSessions.mutate();
    expect(await isSignedIn(third)).toBe(false);
    expect(await isSignedIn(stage.admin)).toBe(true);
  });

  test("of another person cannot be ended: the answer is that of an unknown one", async () => {
    const stage = await startStage();
    const colleague = await addColleague(stage, "oleg@cluster.example", "editor", "seven grey herons 3");
    const [foreign] = await stage.admin.api.account.sessions.query();
    const refusals = await Promise.all(
      [foreign?.id ?? "", "0198c0de-0000-7000-8000-000000000000"].map((id) =>
        colleague.api.account.endSession.mutate({ id }).catch((error: unknown) => error),
      ),
    );
    const facts = refusals.map((error) => {
      const { message, data } = error as { message: string; data: Record<string, unknown> };
      return { message, ...data, requestId: "" };
    });
    expect(facts[0]).toMatchObject({ code: "NOT_FOUND" });
    expect(facts[0]).toEqual(facts[1]);
    expect(await isSignedIn(stage.admin)).toBe(true);
  });

  test("signing out ends the session on the server and takes the cookie", async () => {
    const stage = await startStage();
    const cookie = splitCookie(stage.admin.cookies());
    await stage.admin.api.account.signOut.mutate();
    expect(stage.admin.cookies()).toBe("");
    const old = stage.visitor();
    old.setCookie(...cookie);
    expect(await isSignedIn(old)).toBe(false);
    await stage.admin.api.account.signOut.mutate();
  });
});

/** When any session was last noted as used; a session not noted yet began at `start`. */
async function lastSeenAt(stage: Stage): Promise<number> {
  const rows = await stage.parts.db.read.select({ at: sessions.lastSeenAt }).from(sessions);
  return Math.max(start, ...rows.map((row) => row.at ?? start));
}

function splitCookie(header: string): [name: string, value: string] {
  const equals = header.indexOf("=");
  return [header.slice(0, equals), header.slice(equals + 1)];
}
