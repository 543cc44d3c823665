import { and, asc, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";

import { changes, milestones } from "#server/db/schema/index.ts";
import { startTestApp } from "#tests/support/app.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildMilestone } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";

import { sendMutation } from "./api-call.ts";

const editors = 16;
const editsEach = 200;
const records = 20;

type Seen = { version: number; title: string };
type Acknowledged = { id: string; version: number; title: string };

test(
  "16 editors with 200 edits each on 20 records: what was acknowledged is there, and every loser is shown what is",
  { timeout: 300_000 },
  async () => {
    const app = await startTestApp({ environment: { CALLS_PER_MINUTE: "1000000" } });
    const { db } = app.parts;
    const team = await buildTeam(db);
    const rows: (Seen & { id: string })[] = [];
    for (let number = 1; number <= records; number += 1) rows.push(await buildMilestone(db, team.project, { number }));
    const acknowledged: Acknowledged[] = [];
    let losers = 0;

    async function edit(editor: number): Promise<void> {
      const visitor = await app.visitorOf(await buildPerson(db, team.lead, "editor"));
      const seen = new Map<string, Seen>(rows.map(({ id, version, title }) => [id, { version, title }]));
      for (let number = 0; number < editsEach; number += 1) {
        // Everybody walks over the records with an own stride, so that all meet all.
        const { id } = rows[(number * (2 * editor + 1) + editor) % records] ?? { id: "" };
        const title = `Editor ${editor}, edit ${number}`;
        const answer = await sendMutation({
          url: app.url,
          origin: app.url,
          cookies: visitor.cookies(),
          path: "milestone.revise",
          input: { id, version: seen.get(id)?.version ?? 1, patch: { title } },
          key: crypto.randomUUID(),
        });
        if ("data" in answer) {
          const { version } = answer.data as { version: number };
          seen.set(id, { version, title });
          acknowledged.push({ id, version, title });
          continue;
        }
        losers += 1;
        expect(answer).toMatchObject({ status: 409, appCode: "STALE" });
        const present = answer.present as Seen;
        expect(present.version).toBeGreaterThan(seen.get(id)?.version ?? 0);
        expect(present.title).not.toBe(seen.get(id)?.title);
        seen.set(id, present);
      }
    }
    await Promise.all(Array.from({ length: editors }, (_, editor) => edit(editor)));

    expect(acknowledged.length + losers).toBe(editors * editsEach);
    expect(losers).toBeGreaterThan(0);
    const ids = rows.map(({ id }) => id);
    const history = await db.read
      .select({ id: changes.entityId, fields: changes.fields })
      .from(changes)
      .where(and(eq(changes.entity, "milestone"), inArray(changes.entityId, ids)))
      .orderBy(asc(changes.seq));
    const written = history.map(({ id, fields }) => `${id} ${String(fields["title"]?.[1])}`);
    expect(written.toSorted()).toEqual(acknowledged.map(({ id, title }) => `${id} ${title}`).toSorted());
    for (const row of await db.read.select().from(milestones).where(inArray(milestones.id, ids))) {
      const own = acknowledged
        .filter(({ id }) => id === row.id)
        .toSorted((left, right) => left.version - right.version);
      expect(own.map(({ version }) => version)).toEqual(own.map((_, index) => index + 2));
      expect({ title: row.title, version: row.version }).toEqual({
        title: own.at(-1)?.title,
        version: own.length + 1,
      });
    }
  },
);
