import { eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";

import { contributions } from "#server/db/schema/index.ts";
import { addComment } from "#server/features/comments/comment-service.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { Place, Typing } from "#shared/features/presence/presence.ts";
import { startTestApp, type TestApp } from "#tests/support/app.ts";
import { actAs, buildConsortium } from "#tests/support/build-consortium.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";

/** One open page of a person: its live channel as a growing text, and the way to say where it is. */
async function openPage(app: TestApp, person: Person) {
  const visitor = await app.visitorOf(person);
  const tab = crypto.randomUUID();
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const input = encodeURIComponent(JSON.stringify({ tab }));
  const response = await visitor.fetch(`/api/trpc/change.follow?input=${input}`, {
    headers: { accept: "text/event-stream" },
    signal: controller.signal,
  });
  const heard = { text: "" };
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) heard.text += decoder.decode(chunk, { stream: true });
  };
  void read().catch(() => undefined);
  await expect.poll(() => heard.text).toContain("connected");
  const beat = (place: Place | null, typing: Typing | null = null) =>
    visitor.api.presence.beat.mutate({ tab, place, typing });
  /** What the channel said last about the page. */
  const last = () => heard.text.split("\n").findLast((line) => line.includes('"presence"')) ?? "";
  return { heard, beat, last, close: () => controller.abort() };
}

async function setStage() {
  const app = await startTestApp();
  const scene = await buildConsortium(app.parts.db);
  const line = await buildContribution(app.parts.db, scene.participants.member);
  const place: Place = { projectId: scene.project.id, entity: "contribution", entityId: line.id };
  return { app, scene, line, place, people: scene.people };
}

test("two people on a line see each other and who writes; leaving and closing end it", async () => {
  const { app, place, line, people } = await setStage();
  const one = await openPage(app, people.coordinator);
  const two = await openPage(app, people.member);
  await one.beat(place);
  await two.beat(place);
  await expect.poll(() => one.last()).toContain(people.member.userId);
  await expect.poll(() => two.last()).toContain(people.coordinator.userId);
  await two.beat(place, { entity: "contribution", entityId: line.id, field: "comment" });
  await expect.poll(() => one.last()).toContain('"field":"comment"');
  await two.beat(place);
  await expect.poll(() => one.last()).not.toContain('"field":"comment"');
  two.close();
  await expect.poll(() => one.last(), { timeout: 10_000 }).not.toContain(people.member.userId);
});

test("who may not read the line is told of nobody, and nobody of him", async () => {
  const { app, place, line, people } = await setStage();
  const pages = {
    coordinator: await openPage(app, people.coordinator),
    other: await openPage(app, people.other),
    reader: await openPage(app, people.reader),
    outsider: await openPage(app, people.outsider),
  };
  await pages.coordinator.beat(place);
  await pages.other.beat(place);
  await expect.poll(() => pages.coordinator.last()).toContain(people.other.userId);
  for (const who of ["reader", "outsider"] as const)
    await expect(pages[who].beat(place)).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
  // Confided now: whoever stayed on the page vanishes from it and hears no more of it.
  await app.parts.db.housekeep((tx) =>
    tx.update(contributions).set({ confidentiality: "coordinator" }).where(eq(contributions.id, line.id)),
  );
  const before = pages.other.last();
  const member = await openPage(app, people.member);
  await member.beat(place);
  await expect.poll(() => pages.coordinator.last()).toContain(people.member.userId);
  expect(pages.coordinator.last()).not.toContain(people.other.userId);
  await expect(pages.other.beat(place)).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
  expect(pages.other.last()).toBe(before);
  for (const who of ["reader", "outsider"] as const) expect(pages[who].heard.text).not.toContain('"presence"');
});

test("that somebody writes a report is known to the own people alone", async () => {
  const { app, scene, line, people } = await setStage();
  const place: Place = { projectId: scene.project.id, entity: "updates", entityId: scene.project.id };
  const pages = await Promise.all(
    [people.member, people.viewer, people.coordinator].map((person) => openPage(app, person)),
  );
  for (const page of pages) await page.beat(place);
  const [member, viewer, coordinator] = pages;
  await member?.beat(place, { entity: "report", entityId: line.id, field: "text" });
  await expect.poll(() => viewer?.last()).toContain('"field":"text"');
  await expect.poll(() => coordinator?.last()).toContain(people.member.userId);
  expect(coordinator?.heard.text).not.toContain('"field":"text"');
});

test("news rings on the own channel", async () => {
  const { app, line, people } = await setStage();
  const page = await openPage(app, people.other);
  const stranger = await openPage(app, people.cluster);
  await actAs(app.parts.db, people.member, (tx) =>
    addComment(tx, people.member, {
      subject: "contribution",
      subjectId: line.id,
      text: "Hello",
      mentions: [people.other.userId],
    }),
  );
  await expect.poll(() => page.heard.text).toContain('"news":true');
  await expect.poll(() => stranger.heard.text).toContain('"comment"');
  expect(stranger.heard.text).not.toContain('"news":true');
});
