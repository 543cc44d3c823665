import { text } from "node:stream/consumers";

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";

import { jobs, participants, seats } from "#server/db/schema/index.ts";
import type { Database } from "#server/db/database.ts";
import { deliverableFile } from "#server/exports/export-delivery.ts";
import { setConfidentiality } from "#server/features/contributions/contribution-service.ts";
import { listExports, showExport } from "#server/features/exports/export-queries.ts";
import { cancelExport, removeExport, startExport } from "#server/features/exports/export-service.ts";
import { exportJobsOf, sweepExports } from "#server/jobs/export-jobs.ts";
import type { StartExportInput } from "#shared/features/exports/export.ts";
import { actAs, buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";
import { makeTestParts, type TestParts } from "#tests/support/parts.ts";

const day = 24 * 60 * 60 * 1000;

let now = Date.UTC(2026, 10, 23, 9);
let db: Database;
let parts: TestParts;
let consortium: Consortium;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 23, 9);
  db = await openTestDatabase({ clock: () => now });
  parts = makeTestParts(db, { clock: () => now });
  consortium = await buildConsortium(db);
  return () => parts.remove();
});

function start(as: Standpoint, overrides: Partial<StartExportInput> = {}) {
  const person = consortium.people[as];
  const input = {
    projectId: consortium.project.id,
    format: "md",
    audience: "internal",
    language: "en",
    ...overrides,
  } as const;
  return actAs(db, person, (tx) => startExport(tx, person, input));
}

async function finish(as: Standpoint, overrides: Partial<StartExportInput> = {}) {
  const { id } = await start(as, overrides);
  const exports = exportJobsOf(parts);
  exports.wake();
  await exports.idle();
  return { id, row: await showExport(db.read, consortium.people[as], id, now) };
}

const fetchFile = (as: Standpoint, id: string) => deliverableFile(db.read, consortium.people[as].userId, id, now);

async function contentOf(fileKey: string): Promise<string> {
  const stored = await parts.files.read(fileKey);
  return stored === null ? "" : await text(stored.stream);
}

const contentFor = async (audience: "internal" | "partners") => {
  const { id } = await finish("member", { audience });
  return await contentOf((await fetchFile("member", id)).fileKey);
};

describe("an export", () => {
  test("runs to a file that only its requester can fetch", async () => {
    const { id, row } = await finish("member");
    expect(row).toMatchObject({ state: "finished", progress: 100, isReady: true, expiresAt: now + day });
    expect(row.fileName).toMatch(/Project summary \(Internal\) 2026-11-23\.md$/);
    const file = await fetchFile("member", id);
    expect(Buffer.byteLength(await contentOf(file.fileKey))).toBe(row.fileBytes);
    for (const as of ["coordinator", "viewer", "other", "outsider"] as const) {
      expect(await faultOf(fetchFile(as, id))).toMatchObject({ code: "NOT_FOUND" });
      expect(await faultOf(showExport(db.read, consortium.people[as], id, now))).toMatchObject({ code: "NOT_FOUND" });
    }
    expect(
      (await listExports(db.read, consortium.people.member, { projectId: consortium.project.id }, now)).rows,
    ).toEqual([row]);
    expect(
      (await listExports(db.read, consortium.people.coordinator, { projectId: consortium.project.id }, now)).rows,
    ).toEqual([]);
  });

  test("cannot be started for a project that is not open to the person", async () => {
    expect(await faultOf(start("outsider"))).toMatchObject({ code: "NOT_FOUND" });
    expect(await db.read.$count(jobs)).toBe(0);
  });

  test("is refused beyond ten a minute, and allowed again after", async () => {
    for (let count = 0; count < 10; count += 1) await start("member");
    expect(await faultOf(start("member"))).toMatchObject({ code: "TOO_MANY_REQUESTS" });
    await start("other");
    now += 61_000;
    await start("member");
  });

  test("leaves nothing when it is cancelled before or while it runs", async () => {
    const person = consortium.people.member;
    const waiting = await start("member");
    const running = await start("member", { format: "pdf" });
    await actAs(db, person, (tx) => cancelExport(tx, person, waiting.id));
    const exports = exportJobsOf(parts);
    exports.wake();
    await actAs(db, person, async (tx) => {
      tx.afterCommit(() => exports.abort(running.id));
      return await cancelExport(tx, person, running.id);
    });
    await exports.idle();
    const rows = await db.read.select().from(jobs);
    expect(rows.map(({ state, fileKey, changeSeq }) => ({ state, fileKey, changeSeq }))).toEqual([
      { state: "cancelled", fileKey: null, changeSeq: null },
      { state: "cancelled", fileKey: null, changeSeq: null },
    ]);
    expect(await faultOf(fetchFile("member", running.id))).toMatchObject({ code: "NOT_FOUND" });
    expect(await faultOf(actAs(db, person, (tx) => cancelExport(tx, person, running.id)))).toMatchObject({
      appCode: "NOT_RUNNING",
    });
  });

  test("of somebody else can be neither cancelled nor removed", async () => {
    const { id } = await finish("member");
    const person = consortium.people.coordinator;
    expect(await faultOf(actAs(db, person, (tx) => cancelExport(tx, person, id)))).toMatchObject({ code: "NOT_FOUND" });
    expect(await faultOf(actAs(db, person, (tx) => removeExport(tx, person, id)))).toMatchObject({ code: "NOT_FOUND" });
    expect(await fetchFile("member", id)).toBeTruthy();
  });

  test("compares with the last one for the same audience only", async () => {
    expect(await contentFor("internal")).toContain("first export for this audience");
    now += 1_000;
    expect(await contentFor("partners")).toContain("first export for this audience");
    now += 1_000;
    expect(await contentFor("internal")).toContain("Compared with the export of 23 November 2026 at 09\\:00 UTC");
  });

  test("goes with its row when it is removed, and its file when the day is over", async () => {
    const person = consortium.people.member;
    const first = await finish("member");
    const second = await finish("member");
    const keys = await Promise.all([first, second].map(async ({ id }) => (await fetchFile("member", id)).fileKey));
    const { fileKey } = await actAs(db, person, (tx) => removeExport(tx, person, first.id));
    expect(fileKey).toBe(keys[0]);
    now += day;
    expect(await faultOf(fetchFile("member", second.id))).toMatchObject({ code: "NOT_FOUND" });
    await sweepExports(parts);
    expect(await parts.files.read(keys[1] ?? "")).toBeNull();
    expect(await showExport(db.read, person, second.id, now)).toMatchObject({ state: "finished", isReady: false });
  });

  test("that a process left behind is taken up by the next", async () => {
    const { id } = await start("member");
    await db.housekeep((tx) =>
      tx
        .update(jobs)
        .set({ state: "running", createdAt: now - day })
        .where(eq(jobs.id, id)),
    );
    const exports = exportJobsOf(parts);
    exports.watch();
    await exports.idle();
    await exports.close();
    expect(await showExport(db.read, consortium.people.member, id, now)).toMatchObject({ state: "finished" });
  });
});

describe("a finished export is not delivered any more", () => {
  test("when the seat was taken away", async () => {
    const { id } = await finish("member");
    await db.housekeep((tx) => tx.delete(seats).where(eq(seats.userId, consortium.people.member.userId)));
    expect(await faultOf(fetchFile("member", id))).toMatchObject({ code: "NOT_FOUND" });
  });

  test("when the organisation left the project", async () => {
    const { id } = await finish("member");
    await db.housekeep((tx) =>
      tx.update(participants).set({ state: "withdrawn" }).where(eq(participants.id, consortium.participants.member.id)),
    );
    expect(await faultOf(fetchFile("member", id))).toMatchObject({ code: "NOT_FOUND" });
  });

  test("when a line in it became confidential to others since", async () => {
    const { people } = consortium;
    const line = await buildContribution(db, consortium.participants.member);
    const { id } = await finish("other");
    const own = await finish("member");
    expect(await fetchFile("other", id)).toBeTruthy();
    await actAs(db, people.member, (tx) =>
      setConfidentiality(tx, people.member, { id: line.id, version: line.version, confidentiality: "coordinator" }),
    );
    expect(await faultOf(fetchFile("other", id))).toMatchObject({ code: "NOT_FOUND" });
    expect(await fetchFile("member", own.id)).toBeTruthy();
  });
});
