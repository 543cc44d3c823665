import { expect, onTestFinished, test } from "vitest";

import { seats } from "#server/db/schema/index.ts";
import { reviseProject } from "#server/features/projects/project-service.ts";
import { startTestApp, type TestApp } from "#tests/support/app.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { fresh } from "#tests/support/build.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import type { Visitor } from "#tests/support/visitor.ts";

/** Reads the live channel into a growing text; `isOver` once the server closed it. */
async function follow(visitor: Visitor) {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const response = await visitor.fetch(`/api/trpc/change.follow?input=${encodeURIComponent("{}")}`, {
    headers: { accept: "text/event-stream" },
    signal: controller.signal,
  });
  const heard = { text: "", isOver: false };
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) heard.text += decoder.decode(chunk, { stream: true });
  };
  void read()
    .catch(() => undefined)
    .finally(() => (heard.isOver = true));
  await expect.poll(() => heard.text).toContain("connected");
  return heard;
}

async function twoProjects(app: TestApp) {
  const first = await buildTeam(app.parts.db);
  const second = await buildTeam(app.parts.db);
  const { member } = first.people;
  await app.parts.db.housekeep((tx) =>
    tx.insert(seats).values({ ...fresh(), userId: member.userId, organisationId: second.other.id, role: "editor" }),
  );
  const versions = new Map<string, number>();
  const change = ({ project, people }: typeof first) => {
    const version = (versions.get(project.id) ?? 0) + 1;
    versions.set(project.id, version);
    return actAs(app.parts.db, people.coordinator, (tx) =>
      reviseProject(tx, people.coordinator, { id: project.id, version, patch: { place: `Place ${version}` } }),
    );
  };
  return { first, second, member, change };
}

test("a stream ends soon after its session, and tells nothing in between", async () => {
  const app = await startTestApp();
  const { first, member, change } = await twoProjects(app);
  const visitor = await app.visitorOf(member);
  const heard = await follow(visitor);
  await change(first);
  await expect.poll(() => heard.text).toContain(first.project.id);
  await visitor.api.account.signOut.mutate();
  const told = heard.text;
  await change(first);
  await expect.poll(() => heard.isOver, { timeout: 10_000 }).toBe(true);
  expect(heard.text.slice(told.length)).not.toContain(first.project.id);
});

test("a stream follows the organisation its person acts for now", async () => {
  const app = await startTestApp();
  const { first, second, member, change } = await twoProjects(app);
  const visitor = await app.visitorOf(member);
  const heard = await follow(visitor);
  await change(second);
  await change(first);
  await expect.poll(() => heard.text).toContain(first.project.id);
  expect(heard.text).not.toContain(second.project.id);
  await visitor.api.me.actFor.mutate({ organisationId: second.other.id });
  const told = heard.text;
  await change(first);
  await change(second);
  await expect.poll(() => heard.text).toContain(second.project.id);
  expect(heard.text.slice(told.length)).not.toContain(first.project.id);
});
