import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { AuthorizationRule } from "#server/api/authorization-rules.ts";
import { appRouter } from "#server/api/router.ts";
import type { Database } from "#server/db/database.ts";
import { participants, updates } from "#server/db/schema/index.ts";
import { viewingLastsMs } from "#shared/features/access/access-policy.ts";
import { builtAt } from "#tests/support/build.ts";
import { callerOf, callPath } from "#tests/support/caller.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { outcomeOf } from "#tests/support/outcome.ts";
import { makeTestParts, type TestParts } from "#tests/support/parts.ts";
import { queryInputs } from "#tests/server/confidentiality/query-inputs.ts";
import {
  buildSecretScene,
  drafts,
  type Persona,
  type SecretScene,
} from "#tests/server/confidentiality/secret-scene.ts";

type Definition = { _def: { type: string; meta?: { rule?: AuthorizationRule } } };
const procedures = Object.entries(appRouter._def.procedures) as unknown as [string, Definition][];
const isRead = ({ _def }: Definition) => _def.type === "query" && _def.meta?.rule === "project-read";
const reads = new Set(procedures.filter(([, procedure]) => isRead(procedure)).map(([path]) => path));

let db: Database;
let parts: TestParts;
let scene: SecretScene;
let now = builtAt;
beforeAll(async () => {
  db = await openTestDatabase({ clock: () => now });
  parts = makeTestParts(db, { clock: () => now });
  scene = await buildSecretScene(db);
});
afterAll(async () => {
  await db.close();
  await parts.remove();
});

type Member = keyof SecretScene["participants"];
const seenAs = (member: Member) => ({ headers: { "x-view-as": scene.participants[member].id } });
const start = (who: Persona, member: Member) =>
  callerOf(parts, scene.people[who]).access.view({ participantId: scene.participants[member].id });

/** Every answer to every read of this project, by its question. */
async function everythingRead(who: Persona, headers: Record<string, string> = {}): Promise<Map<string, string>> {
  const caller = callerOf(parts, scene.people[who], { headers });
  const told = new Map<string, string>();
  for (const [path, inputs] of Object.entries(queryInputs(scene)).filter(([path]) => reads.has(path)))
    for (const input of inputs) {
      const answer = await callPath(caller, path, input).then(
        (value) => JSON.stringify(value),
        (error: unknown) => String((error as { cause?: { appCode?: string } }).cause?.appCode),
      );
      told.set(`${path} ${JSON.stringify(input)}`, answer);
    }
  return told;
}

const differences = (left: Map<string, string>, right: Map<string, string>) =>
  [...left].filter(([question, answer]) => right.get(question) !== answer).map(([question]) => question);

describe("looking at a project through a member's eyes", () => {
  test("begins with a row of the history that the member finds, and not before it", async () => {
    const caller = callerOf(parts, scene.people.coordinator, seenAs("other"));
    const { projectId } = { projectId: scene.project.id };
    expect(await outcomeOf(refused(caller.project.show({ projectId })))).toBe("VIEWING_AS");
    await start("coordinator", "other");
    expect((await caller.project.show({ projectId })).relation).toBe("participant");
    const found = async (who: Persona) =>
      (await callerOf(parts, scene.people[who]).change.list({ projectId, entity: "access" })).rows.length;
    expect([await found("other"), await found("coordinator"), await found("member")]).toEqual([1, 1, 0]);
  });

  test("shows what a viewer of the member is shown, and nothing else, read by read", async () => {
    await start("coordinator", "other");
    await start("coordinator", "invited");
    const asOther = await everythingRead("coordinator", seenAs("other").headers);
    expect(differences(asOther, await everythingRead("otherViewer"))).toEqual([]);
    expect([...asOther.values()].filter((answer) => answer.startsWith("{")).length).toBeGreaterThan(40);
    const own = await everythingRead("coordinator");
    expect(differences(asOther, own).length).toBeGreaterThan(20);
  });

  test("leaves out what the member has not handed in", async () => {
    await start("coordinator", "member");
    const told = await everythingRead("coordinator", seenAs("member").headers);
    const kept = [drafts.text, drafts.cents, drafts.returnedText, drafts.reworkedCents].map(String);
    const leaks = [...told].flatMap(([question, answer]) =>
      kept.filter((word) => answer.includes(word) && !question.toLowerCase().includes(word.toLowerCase())),
    );
    expect(leaks).toEqual([]);
    expect(told.get(`update.show ${JSON.stringify({ id: scene.reports.draft.id })}`)).toBe("NOT_FOUND");
    // What is confided is there: the member sees it, and so may the coordinator.
    expect(told.get(`contribution.show ${JSON.stringify({ id: scene.lines.secret.id })}`)).toContain("Zebrafinch");
  });

  test("differs from what the member sees in what is kept back alone", async () => {
    const viewer = await everythingRead("viewer");
    const seen = await everythingRead("coordinator", seenAs("member").headers);
    // Without its drafts and what it reworks, the member's own answers are the same.
    expect(differences(seen, viewer).length).toBeGreaterThan(0);
    const open = await db.read.select({ id: updates.id }).from(updates).where(eq(updates.state, "draft"));
    const returned = await db.read.select({ id: updates.id }).from(updates).where(eq(updates.state, "returned"));
    const keptBack = [...open, ...returned].map(({ id }) => id);
    const elsewhere = differences(seen, viewer).filter((question) => {
      const answer = viewer.get(question) ?? "";
      return !keptBack.some((id) => answer.includes(id) || question.includes(id));
    });
    // Counts of drafts stand without their ids, and the history says when one was saved.
    const counting = /^(period|update|change|forecast|comment|project\.overview)/;
    expect(elsewhere.filter((question) => !counting.test(question))).toEqual([]);
  });

  test("ends after half a day and with the member's part", async () => {
    await start("coordinator", "other");
    const caller = callerOf(parts, scene.people.coordinator, seenAs("other"));
    const show = () => outcomeOf(refused(caller.project.show({ projectId: scene.project.id })));
    expect(await show()).toBe("done");
    now = builtAt + 2 * viewingLastsMs;
    expect(await show()).toBe("VIEWING_AS");
    now = builtAt;
    const { id } = scene.participants.other;
    const set = (state: "accepted" | "withdrawn") =>
      db.housekeep((tx) =>
        tx
          .update(participants)
          .set({ state })
          .where(and(eq(participants.id, id))),
      );
    await set("withdrawn");
    expect(await show()).toBe("NOT_FOUND");
    await set("accepted");
  });
});

describe("what is refused to whoever looks through a member's eyes", () => {
  test("every procedure but the reads of projects", async () => {
    await start("coordinator", "member");
    const caller = callerOf(parts, scene.people.coordinator, seenAs("member"));
    const others = procedures.filter(([, procedure]) => !isRead(procedure)).map(([path]) => path);
    const answers = await Promise.all(
      others.map(async (path) => [path, await outcomeOf(refused(callPath(caller, path, {})))] as const),
    );
    expect(answers.filter(([, answer]) => answer !== "VIEWING_AS")).toEqual([]);
    expect(others).toContain("home.show");
    expect(others.length).toBeGreaterThan(60);
  });

  test.each([
    ["coordinatorViewer", "VIEWING_AS"],
    ["other", "VIEWING_AS"],
    ["invited", "VIEWING_AS"],
    ["cluster", "VIEWING_AS"],
    ["reader", "VIEWING_AS"],
    ["outsider", "NOT_FOUND"],
    ["noSeat", "NOT_FOUND"],
    ["administrator", "NOT_FOUND"],
  ] as const)("%s: %s", async (who, expected) => {
    expect(await outcomeOf(refused(start(who, "member")))).toBe(expected);
    const caller = callerOf(parts, scene.people[who], seenAs("member"));
    expect(await outcomeOf(refused(caller.project.show({ projectId: scene.project.id })))).toBe(expected);
  });

  test("the own part, another project, and what is no participant", async () => {
    expect(await outcomeOf(refused(start("coordinator", "coordinator")))).toBe("VIEWING_AS");
    await start("coordinator", "member");
    const elsewhere = await buildSecretScene(db);
    const caller = callerOf(parts, scene.people.coordinator, seenAs("member"));
    expect(await outcomeOf(refused(caller.project.show({ projectId: elsewhere.project.id })))).toBe("NOT_FOUND");
    for (const header of ["", "x", scene.project.id, elsewhere.participants.member.id]) {
      const odd = callerOf(parts, scene.people.coordinator, { headers: { "x-view-as": header } });
      expect(await outcomeOf(refused(odd.project.show({ projectId: scene.project.id }))), header).toBe("NOT_FOUND");
    }
  });
});

/** What a caller throws wraps the fault; the rest of the tests speak of faults. */
function refused(call: Promise<unknown>): Promise<unknown> {
  return call.catch((error: unknown) => {
    throw (error as { cause?: unknown }).cause ?? error;
  });
}
