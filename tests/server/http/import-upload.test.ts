import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { jobs, participants } from "#server/db/schema/index.ts";
import { startTestApp } from "#tests/support/app.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { sampleParticipants, sampleProjects } from "#tests/support/import-samples.ts";

async function openApp() {
  const app = await startTestApp();
  const cluster = await buildOrganisation(app.parts.db, { kind: "cluster", name: "Cluster" });
  const person = await buildPerson(app.parts.db, cluster);
  return { app, person, visitor: await app.visitorOf(person) };
}

const post = (name: string, body: BodyInit) => ({
  method: "POST",
  headers: { "x-file-name": encodeURIComponent(name), "content-type": "application/octet-stream" },
  body,
});

const codeOf = async (answer: Response) =>
  ((await answer.json()) as { error: { data: { httpStatus: number; appCode: string } } }).error.data;

test("files are uploaded, previewed, imported and taken back over HTTP", async () => {
  const { app, visitor } = await openApp();
  const fileIds: string[] = [];
  for (const { name, bytes } of [sampleParticipants(), sampleProjects()]) {
    const answer = await visitor.fetch("/api/imports/file", post(`проект ${name}`, Buffer.from(bytes)));
    expect(answer.status).toBe(200);
    fileIds.push(((await answer.json()) as { id: string }).id);
  }
  const { id } = await visitor.api.import.preview.mutate({ fileIds });
  const shown = await visitor.api.import.show.query({ id });
  expect(shown).toMatchObject({ stage: "previewed", fileNames: ["проект participants.xlsx", "проект projects.xlsx"] });
  expect(shown.preview.counts.participation).toEqual({ new: 5, changed: 0, same: 0, problem: 0 });
  await visitor.api.import.applyPreview.mutate({ id });
  expect(await app.parts.db.read.$count(participants)).toBe(5);
  const [first] = (await visitor.api.import.show.query({ id })).projects;
  expect(await visitor.api.project.show.query({ projectId: first!.projectId })).toMatchObject({ acronym: "HEATLOOP" });
  await visitor.api.import.undo.mutate({ id });
  expect(await app.parts.db.read.$count(participants)).toBe(0);
});

test("an upload needs a session, the right, our own header, a size within the limit, and is limited in number", async () => {
  const { app, visitor } = await openApp();
  const bytes = Buffer.from(sampleProjects().bytes);
  expect(await codeOf(await app.visitor().fetch("/api/imports/file", post("a.xlsx", bytes)))).toMatchObject({
    httpStatus: 401,
  });
  const viewer = await buildPerson(app.parts.db, await buildOrganisation(app.parts.db, { kind: "cluster" }), "viewer");
  const refused = await (await app.visitorOf(viewer)).fetch("/api/imports/file", post("a.xlsx", bytes));
  expect(await codeOf(refused)).toMatchObject({ httpStatus: 403, appCode: "FORBIDDEN" });
  const foreign = await fetch(`${app.url}/api/imports/file`, {
    ...post("a.xlsx", bytes),
    headers: { cookie: visitor.cookies(), origin: app.url },
  });
  expect(await codeOf(foreign)).toMatchObject({ httpStatus: 403, appCode: "BAD_ORIGIN" });
  const large = await visitor.fetch("/api/imports/file", post("a.xlsx", Buffer.alloc(10 * 1024 * 1024 + 1)));
  expect(await codeOf(large)).toMatchObject({ httpStatus: 413, appCode: "IMPORT_TOO_LARGE" });
  expect(await app.parts.db.read.$count(jobs, eq(jobs.kind, "import"))).toBe(0);
  const statuses: number[] = [];
  for (let count = 0; count < 31; count += 1) {
    statuses.push((await visitor.fetch("/api/imports/file", post("a.xlsx", Buffer.from("x")))).status);
  }
  expect(statuses.at(-1)).toBe(429);
});
