import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import express from "express";
import { pino } from "pino";
import { describe, expect, onTestFinished, test } from "vitest";

import { attachments, changes, idempotencyKeys, periods, updates } from "#server/db/schema/index.ts";
import { issuePartLink } from "#server/features/reporting/part-link-service.ts";
import { clientFiles } from "#server/http/client-files.ts";
import { closeServer, createHttpServer, listen } from "#server/http/http-server.ts";
import { startTestApp } from "#tests/support/app.ts";
import { buildConsortium } from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";

/** The program with a line of a member to report, and a link to it. */
async function openApp() {
  const app = await startTestApp();
  const { db } = app.parts;
  const scene = await buildConsortium(db);
  const period = await buildPeriod(db, scene.project);
  const line = await buildContribution(db, scene.participants.member, { kind: "cash", fromMonth: 1, toMonth: 6 });
  const part = { projectId: scene.project.id, participantId: scene.participants.member.id, periodId: period.id };
  const { userId } = scene.people.member;
  const token = (await db.housekeep((tx) => issuePartLink(tx, { ...part, userId, kind: "mail" }))) ?? "";
  const key = "0190b7a0-0000-7000-8000-00000000abcd";
  const headers = { "content-type": "application/json", "x-part-link": token, "idempotency-key": key };
  const body = JSON.stringify({ contributionId: line.id, version: null, patch: { text: "by link" } });
  return { app, db, scene, part, token, save: { method: "POST", headers, body } };
}

describe("calls with a personal link", () => {
  test("repeated with the same key they have one effect, and the answer again", async () => {
    const { app, db, save } = await openApp();
    const visitor = app.visitor();
    const [first, again] = [
      await visitor.fetch("/api/trpc/part.save", save),
      await visitor.fetch("/api/trpc/part.save", save),
    ];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await again.text()).toBe(await first.text());
    expect(await db.read.select().from(updates)).toMatchObject([{ text: "by link", version: 1 }]);
  });

  test("a key is the link's person's: whoever is signed in there has other keys", async () => {
    const { app, db, scene, save } = await openApp();
    const visitor = await app.visitorOf(scene.people.coordinator);
    expect((await visitor.fetch("/api/trpc/part.save", save)).status).toBe(200);
    expect(await db.read.select().from(idempotencyKeys)).toMatchObject([{ userId: scene.people.member.userId }]);
    expect(await db.read.select().from(updates)).toHaveLength(1);
  });

  test("another site causes none of them", async () => {
    const { app, db, save } = await openApp();
    const headers = { ...save.headers, origin: "https://elsewhere.example" };
    const refused = await app.visitor().fetch("/api/trpc/part.save", { ...save, headers });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain("BAD_ORIGIN");
    expect(await db.read.select().from(updates)).toEqual([]);
  });

  test("no other procedure takes the header, alone or in one request with one that does", async () => {
    const { app, token, part } = await openApp();
    const { projectId, periodId } = part;
    const input = encodeURIComponent(JSON.stringify({ 0: {}, 1: { projectId, periodId } }));
    const batch = await app
      .visitor()
      .fetch(`/api/trpc/part.show,update.todo?batch=1&input=${input}`, { headers: { "x-part-link": token } });
    const [shown, todo] = (await batch.json()) as { error?: { data: { appCode: string } }; result?: unknown }[];
    expect(shown?.result).toBeDefined();
    expect(todo?.error?.data.appCode).toBe("NOT_SIGNED_IN");
  });

  test("the token is in no log and no row, whatever goes wrong", async () => {
    const { app, db, token, save } = await openApp();
    const lines: string[] = [];
    const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
    Object.assign(app.parts, { log });
    const body = JSON.stringify({ contributionId: "no id", version: 1, patch: {} });
    expect((await app.visitor().fetch("/api/trpc/part.save", { ...save, body })).status).toBe(400);
    const transact = db.transact.bind(db);
    Object.assign(db, { transact: () => Promise.reject(new Error("the disk is gone")) });
    onTestFinished(() => void Object.assign(db, { transact }));
    expect((await app.visitor().fetch("/api/trpc/part.save", save)).status).toBe(500);
    expect(lines.join("\n")).toContain("call failed");
    expect(lines.join("\n")).not.toContain(token);
    const rows = [await db.read.select().from(changes), await db.read.select().from(idempotencyKeys)];
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe("the page of personal links", () => {
  test("is served at /part alone, never from a cache unasked, and needs no session", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "consortia-pages-"));
    for (const name of ["index", "part"]) writeFileSync(path.join(folder, `${name}.html`), `<p>${name}</p>`);
    writeFileSync(path.join(folder, "part-worker.js"), "// worker");
    const server = createHttpServer();
    server.on("request", express().use(clientFiles(folder)));
    const port = await listen(server, 0, "127.0.0.1");
    onTestFinished(async () => {
      await closeServer(server, 100);
      rmSync(folder, { recursive: true });
    });
    const get = (address: string) => fetch(`http://127.0.0.1:${port}${address}`, { headers: { accept: "text/html" } });
    const page = await get("/part");
    expect(await page.text()).toBe("<p>part</p>");
    expect(page.headers.get("cache-control")).toBe("no-cache");
    expect(await (await get("/part/x")).text()).toBe("<p>index</p>");
    expect((await get("/part.html")).status).toBe(404);
    const worker = await get("/part-worker.js");
    expect([worker.headers.get("cache-control"), worker.headers.get("content-type")]).toEqual([
      "no-cache",
      "text/javascript; charset=utf-8",
    ]);
  });
});

describe("evidence by a personal link", () => {
  test("hangs on a report of the own part, by the link's person, and on no other", async () => {
    const { app, db, scene, token, save } = await openApp();
    const saved = await app.visitor().fetch("/api/trpc/part.save", save);
    const { id } = ((await saved.json()) as { result: { data: { id: string } } }).result.data;
    const sendTo = (updateId: string, link: string) => {
      const body = new FormData();
      body.append("file", new Blob(["photo of the meter"]), "meter.txt");
      const headers = { "x-part-link": link };
      return app.visitor().fetch(`/api/part/updates/${updateId}/attachments`, { method: "POST", body, headers });
    };
    expect((await sendTo(id, token)).status).toBe(200);
    const [kept] = await db.read.select().from(attachments);
    expect([kept?.updateId, kept?.byUserId, kept?.fileName]).toEqual([id, scene.people.member.userId, "meter.txt"]);

    const foreignLine = await buildContribution(db, scene.participants.other, { kind: "cash" });
    const foreign = await buildUpdate(
      db,
      foreignLine,
      { id: (await db.read.select().from(periods))[0]?.id ?? "" },
      { state: "draft" },
    );
    const statuses = [await sendTo(foreign.id, token), await sendTo(id, `p${"x".repeat(32)}`), await sendTo(id, "")];
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 404]);
    await db.housekeep((tx) => tx.update(periods).set({ lockedAt: tx.now }));
    expect((await sendTo(id, token)).status).toBe(412);
    expect(await db.read.select().from(attachments)).toHaveLength(1);
  });
});
