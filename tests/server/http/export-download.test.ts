import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { jobs, projects } from "#server/db/schema/index.ts";
import { exportJobsOf } from "#server/jobs/export-jobs.ts";
import { exportFormats } from "#shared/features/exports/export-words.ts";
import { startTestApp, type TestApp } from "#tests/support/app.ts";
import { buildConsortium, type Consortium } from "#tests/support/build-consortium.ts";
import { nextId } from "#tests/support/build.ts";

let app: TestApp;
let consortium: Consortium;

beforeAll(async () => {
  app = await startTestApp();
  consortium = await buildConsortium(app.parts.db);
  const named = { acronym: 'ЭКО "Lend"', title: "Eight enterprises" };
  await app.parts.db.housekeep((tx) => tx.update(projects).set(named).where(eq(projects.id, consortium.project.id)));
});
afterAll(() => app.close());

async function exportAs(as: "member" | "coordinator", format: (typeof exportFormats)[number]) {
  const visitor = await app.visitorOf(consortium.people[as]);
  const { id } = await visitor.api.export.start.mutate({
    projectId: consortium.project.id,
    format,
    audience: "partners",
    language: "ru",
  });
  // The answer may come before the effect after its commit has run.
  while ((await visitor.api.export.show.query({ id })).state !== "finished") await exportJobsOf(app.parts).idle();
  return { visitor, id, path: `/api/exports/${id}/file` };
}

const bodyOf = async (answer: Response) => {
  const body = (await answer.json()) as { error: { data: { requestId: string } } };
  body.error.data.requestId = "";
  return [answer.status, body];
};

describe("the file of an export", () => {
  test.each(exportFormats)("is sent as a download that nothing can run, as %s", async (format) => {
    const { visitor, path } = await exportAs("member", format);
    const answer = await visitor.fetch(path);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
    });
    const disposition = answer.headers.get("content-disposition") ?? "";
    expect(disposition).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''/);
    const name = decodeURIComponent(disposition.slice(disposition.indexOf("''") + 2));
    expect(name).toMatch(/^ЭКО _Lend_ Сводка проекта \(Партнёрам\) \d{4}-\d\d-\d\d\.\w+$/);
    expect((await answer.arrayBuffer()).byteLength).toBe(Number(answer.headers.get("content-length")));
  });

  test("does not exist for others, with the bytes of an unknown id", async () => {
    const { path } = await exportAs("member", "md");
    const other = await app.visitorOf(consortium.people.coordinator);
    const foreign = await bodyOf(await other.fetch(path));
    expect(foreign[0]).toBe(404);
    expect(foreign).toEqual(await bodyOf(await other.fetch(`/api/exports/${nextId()}/file`)));
    expect(foreign).toEqual(await bodyOf(await other.fetch("/api/exports/nonsense/file")));
    expect((await app.visitor().fetch(path)).status).toBe(401);
  });

  test("that the disk has lost is said to be lost", async () => {
    const { visitor, id, path } = await exportAs("member", "md");
    const [job] = await app.parts.db.read.select().from(jobs).where(eq(jobs.id, id));
    await app.parts.files.remove(job?.fileKey ?? "");
    const answer = await visitor.fetch(path);
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({ error: { data: { appCode: "FILE_LOST" } } });
  });
});
