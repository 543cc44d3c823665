import { asc, eq, inArray } from "drizzle-orm";
import { beforeAll, afterAll, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { changes, contributions, offers, updates } from "#server/db/schema/index.ts";
import { readableEvents } from "#server/features/changes/change-stream.ts";
import { Fault } from "#shared/fault.ts";
import { builtAt } from "#tests/support/build.ts";
import { callerOf, callPath, pathsOf } from "#tests/support/caller.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { makeTestParts, type TestParts } from "#tests/support/parts.ts";

import { ballots } from "./secret-ballots.ts";
import { planSecrets } from "./plan-scene.ts";
import { queryInputs } from "./query-inputs.ts";
import { invitedBy } from "./scene-invitation.ts";
import {
  buildSecretScene,
  drafts,
  inside,
  type Persona,
  personas,
  type SecretScene,
  secrets,
  trusted,
} from "./secret-scene.ts";

const insiders = new Set<Persona>([...trusted, "other", "otherViewer", "cluster", "clusterViewer"]);
const own = new Set<Persona>(["member", "viewer"]);

describe.each(["cluster", "public"] as const)("a project open to its %s", (visibility) => {
  let db: Database;
  let parts: TestParts;
  let scene: SecretScene;
  beforeAll(async () => {
    db = await openTestDatabase();
    parts = makeTestParts(db, { clock: () => builtAt });
    scene = await buildSecretScene(db, visibility);
  });
  afterAll(async () => {
    await db.close();
    await parts.remove();
  });

  /** Everything this person can be told, query by query. */
  async function everythingTold(who: Persona): Promise<Map<string, string>> {
    const caller = callerOf(parts, scene.people[who]);
    const told = new Map<string, string>();
    for (const [path, inputs] of Object.entries(queryInputs(scene)))
      for (const input of inputs)
        told.set(`${path} ${JSON.stringify(input)}`, await answerOf(callPath(caller, path, input)));
    return told;
  }

  test("every query of the program is asked", () => {
    expect(Object.keys(queryInputs(scene)).toSorted()).toEqual(pathsOf("query").toSorted());
  });

  test.each(personas)("%s: confidential lines, their offers, reports and past", async (who) => {
    const told = await everythingTold(who);
    const words = Object.values(secrets);
    const found = words.filter((word) => leaks(told, [word]).length > 0);
    expect(found).toEqual(trusted.includes(who) ? words : []);
  });

  test.each(personas)("%s: drafts and what was returned", async (who) => {
    const told = await everythingTold(who);
    const { text, cents, returnedText, reworkedCents, returnedNote, earlierNote, file } = drafts;
    // What the member writes is its own until it is handed in, what was given back between it and the reviewer.
    const written = [text, cents, returnedText, reworkedCents, file];
    const talk = [returnedNote, earlierNote];
    expect(leaks(told, [...(own.has(who) ? [] : written), ...(trusted.includes(who) ? [] : talk)])).toEqual([]);
    // A report that is not handed in is talked about by its member and the coordinator.
    expect(leaks(told, [drafts.remark]).length > 0).toBe(trusted.includes(who));
    const expected = own.has(who) ? [...written, ...talk] : [];
    expect(expected.filter((word) => leaks(told, [word]).length === 0)).toEqual([]);
  });

  test.each(personas)("%s: contacts and the talk about shared lines stay inside", async (who) => {
    const told = await everythingTold(who);
    const reads = insiders.has(who) || who === "invited";
    expect(leaks(told, [inside.contact]).length > 0).toBe(reads);
    for (const why of Object.values(planSecrets)) expect(leaks(told, [why]).length > 0).toBe(reads);
    // Who was asked is not told either.
    expect(leaks(told, [scene.participants.invited.id]).length > 0).toBe(reads);
    expect(leaks(told, [inside.reason]).length > 0).toBe(insiders.has(who));
    expect(leaks(told, [inside.remark]).length > 0).toBe(insiders.has(who));
  });

  test.each(personas)("%s: who was asked by mail, and with which words", async (who) => {
    const told = await everythingTold(who);
    const coordinates = who === "coordinator" || who === "coordinatorViewer";
    expect(leaks(told, [invitedBy.email]).length > 0).toBe(coordinates || who === "cluster" || who === "invited");
    expect(leaks(told, [invitedBy.message]).length > 0).toBe(coordinates);
  });

  test.each(personas)("%s: how somebody votes while the vote is open, and what nobody was asked yet", async (who) => {
    const told = await everythingTold(who);
    expect(leaks(told, [ballots.reason]).length > 0).toBe(own.has(who));
    expect(leaks(told, [ballots.paper]).length > 0).toBe(who === "coordinator" || who === "coordinatorViewer");
  });

  test.each(personas)("%s: live events name no confidential line and no report of one", async (who) => {
    const rows = await db.read.select().from(changes).orderBy(asc(changes.seq));
    const events = await readableEvents(db.read, scene.people[who], rows);
    const named = new Set(events.map((event) => event.entityId));
    const ids = [scene.lines.secret.id, scene.reports.report.id];
    expect(ids.map((id) => named.has(id))).toEqual(ids.map(() => trusted.includes(who)));
  });

  // Last: it changes the amounts. What does not move with them cannot give them away.
  test("two worlds that differ in the confidential amounts alone look alike to all others", async () => {
    const before = new Map<Persona, Map<string, string>>();
    for (const who of personas) before.set(who, await everythingTold(who));
    const { secret, closed } = scene.lines;
    await db.housekeep(async (tx) => {
      const lines = [secret.id, closed.id];
      await tx.update(contributions).set({ valueCents: 2_222_222 }).where(inArray(contributions.id, lines));
      await tx.update(offers).set({ valueCents: 1_111_111 }).where(inArray(offers.contributionId, lines));
      await tx
        .update(updates)
        .set({ deliveredCents: 3_333, progressBp: 100 })
        .where(eq(updates.contributionId, secret.id));
    });
    for (const who of personas) {
      const after = await everythingTold(who);
      const moved = [...(before.get(who) ?? [])].filter(([call, answer]) => after.get(call) !== answer);
      const showsAmounts = trusted.includes(who);
      expect(showsAmounts ? moved.length > 5 : moved, who).toEqual(showsAmounts ? true : []);
    }
  });
});

/** Every word that an answer tells without having been asked with it. */
function leaks(told: Map<string, string>, words: readonly (string | number)[]): string[] {
  return [...told].flatMap(([call, answer]) =>
    words.flatMap((word) =>
      answer.includes(String(word)) && !askedFor(call, String(word)) ? [`${word} in ${call}`] : [],
    ),
  );
}

// What somebody searches for stands in the question.
function askedFor(call: string, word: string): boolean {
  return call.toLowerCase().includes(word.toLowerCase());
}

async function answerOf(call: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await call);
  } catch (error) {
    const { cause } = error as { cause?: unknown };
    if (!(cause instanceof Fault)) throw error;
    return `refused ${cause.appCode} ${cause.message}`;
  }
}
