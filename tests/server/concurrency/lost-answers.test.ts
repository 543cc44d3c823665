import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

import { and, eq } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";

import { changes, milestones } from "#server/db/schema/index.ts";
import { startTestApp } from "#tests/support/app.ts";
import { buildTeam } from "#tests/support/build-team.ts";

import { type Answered, sendMutation } from "./api-call.ts";

const writes = 150;

/** Hands every request on; of ten answers three are thrown away with the connection, after the server has sent them. */
async function cuttingProxy(target: string): Promise<{ url: string; cut: () => number }> {
  let answers = 0;
  let cut = 0;
  const proxy = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const onward = request(new URL(url ?? "/", target), { method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        answers += 1;
        if (answers % 10 < 3) {
          cut += 1;
          incoming.socket.destroy();
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(Buffer.concat(chunks));
      });
    });
    onward.on("error", () => incoming.socket.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    proxy.closeAllConnections();
    proxy.close();
  });
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, cut: () => cut };
}

test(
  "a proxy that cuts three of ten answers: one effect for each key, and at last the answer of it",
  { timeout: 120_000 },
  async () => {
    const app = await startTestApp({ environment: { CALLS_PER_MINUTE: "1000000" } });
    const team = await buildTeam(app.parts.db);
    const visitor = await app.visitorOf(team.people.coordinator);
    const proxy = await cuttingProxy(app.url);
    let replays = 0;

    async function persistently(title: string): Promise<Answered> {
      const key = crypto.randomUUID();
      const call = {
        url: proxy.url,
        origin: app.url,
        cookies: visitor.cookies(),
        path: "milestone.create",
        input: { projectId: team.project.id, title, streamIds: [], dueMonth: 3, verification: "" },
        key,
      };
      for (;;) {
        const answer = await sendMutation(call).catch(() => null);
        if (answer === null || ("appCode" in answer && answer.appCode === "IN_PROGRESS")) continue;
        if (answer.replayed) replays += 1;
        return answer;
      }
    }
    const titles = Array.from({ length: writes }, (_, number) => `Milestone ${number}`);
    const answers: Answered[] = [];
    for (let from = 0; from < writes; from += 10)
      answers.push(...(await Promise.all(titles.slice(from, from + 10).map(persistently))));

    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(proxy.cut()).toBeGreaterThan(30);
    expect(replays).toBeGreaterThan(30);
    const { db } = app.parts;
    const rows = await db.read.select().from(milestones).where(eq(milestones.projectId, team.project.id));
    expect(rows.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
    const told = answers.map((answer) => ("data" in answer ? (answer.data as { id: string }).id : ""));
    expect(told.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    const created = and(eq(changes.entity, "milestone"), eq(changes.action, "created"));
    expect(await db.read.$count(changes, created)).toBe(writes);
  },
);
