import { expect, onTestFinished, test } from "vitest";

import { startTestApp } from "#tests/support/app.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import type { Visitor } from "#tests/support/visitor.ts";

const path = `/api/trpc/change.follow?input=${encodeURIComponent("{}")}`;

/** Opens the live channel; `end` closes it as a closed page does. */
async function follow(visitor: Visitor): Promise<{ status: number; end: () => void }> {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const response = await visitor.fetch(path, { headers: { accept: "text/event-stream" }, signal: controller.signal });
  return { status: response.status, end: () => controller.abort() };
}

test("six pages of one person may listen, a seventh answers 429, and a closed one makes room", async () => {
  const app = await startTestApp();
  const anna = await app.visitorOf(await buildPerson(app.parts.db));
  const open = await Promise.all(Array.from({ length: 6 }, () => follow(anna)));
  expect(open.map((each) => each.status)).toEqual([200, 200, 200, 200, 200, 200]);
  expect((await follow(anna)).status).toBe(429);
  const ben = await app.visitorOf(await buildPerson(app.parts.db));
  expect((await follow(ben)).status).toBe(200);
  open[0]?.end();
  await expect.poll(async () => (await follow(anna)).status, { timeout: 20_000 }).toBe(200);
});
