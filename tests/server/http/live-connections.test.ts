import { expect, onTestFinished, test } from "vitest";

import { startTestApp } from "#tests/support/app.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import type { Visitor } from "#tests/support/visitor.ts";

const path = `/api/trpc/change.follow?input=${encodeURIComponent("{}")}`;

/** Opens the live channel; `end` closes it as a closed page does. */
async function follow(
  visitor: Visitor,
  address = path,
  accept = "text/event-stream",
): Promise<{ status: number; end: () => void }> {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const response = await visitor.fetch(address, { headers: { accept }, signal: controller.signal });
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

test("a stream counts whatever its caller says it accepts, and however its name is written", async () => {
  const app = await startTestApp();
  const anna = await app.visitorOf(await buildPerson(app.parts.db));
  const names = ["change.follow", "change%2Efollow", "change%2efollow", "%63hange.follow"];
  const addresses = names.map((name) => path.replace("change.follow", name));
  for (let index = 0; index < 6; index += 1) await follow(anna, addresses[index % addresses.length], "*/*");
  for (const address of addresses) expect((await follow(anna, address, "*/*")).status, address).toBe(429);
});
