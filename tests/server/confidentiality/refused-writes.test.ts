import { and, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { changes, jobs, updates } from "#server/db/schema/index.ts";
import * as schema from "#server/db/schema/index.ts";
import { denialsKept } from "#server/features/audit/denial-service.ts";
import { deniedActions } from "#shared/features/audit/audit-words.ts";
import { builtAt } from "#tests/support/build.ts";
import { callerOf, callPath, pathsOf } from "#tests/support/caller.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { makeTestParts, type TestParts } from "#tests/support/parts.ts";
import { startTestApp } from "#tests/support/app.ts";

import { mutationCases, ownAffairs } from "./mutation-cases.ts";
import { queryInputs } from "./query-inputs.ts";
import { buildSecretScene, personas, type SecretScene } from "./secret-scene.ts";

let db: Database;
let parts: TestParts;
let scene: SecretScene;
beforeAll(async () => {
  db = await openTestDatabase();
  parts = makeTestParts(db, { clock: () => builtAt });
  scene = await buildSecretScene(db);
});
afterAll(async () => {
  await db.close();
  await parts.remove();
});

async function submittedReport(database: Database, projectId: string) {
  const [found] = await database.read
    .select({ id: updates.id, version: updates.version })
    .from(updates)
    .where(and(eq(updates.state, "submitted"), eq(updates.projectId, projectId)));
  if (!found) throw new Error("nothing is handed in");
  return found;
}

/** Every row of every table, but for what a person's own sessions and keys leave. */
async function everyRow(): Promise<string> {
  const tables = Object.entries(schema).filter(([name]) => !["idempotencyKeys", "sessions"].includes(name));
  const found: string[] = [];
  for (const [name, table] of tables) {
    if (!isTable(table)) continue;
    const [first] = Object.values(getTableColumns(table));
    const rows = await db.read
      .select()
      .from(table)
      .orderBy(sql`${first}`);
    const kept = rows.filter((row) => !isEntryOfRefusal(row));
    found.push(`${name} ${JSON.stringify(kept)}`);
  }
  return found.join("\n");
}

function isEntryOfRefusal(row: object): boolean {
  return "action" in row && (deniedActions as readonly unknown[]).includes(row.action);
}

/** What refused calls of a person left in the history. */
async function entriesOf(userId: string) {
  return db.read
    .select()
    .from(changes)
    .where(and(eq(changes.actorId, userId), inArray(changes.action, [...deniedActions])))
    .orderBy(changes.seq);
}

function isTable(value: unknown): value is typeof changes {
  return typeof value === "object" && value !== null && "getSQL" in value && "id" in value && value !== jobs;
}

describe("a call without the right", () => {
  test("is tried for every mutation", async () => {
    const covered = Object.keys(mutationCases(scene, await submittedReport(db, scene.project.id)));
    const all = pathsOf("mutation").filter((path) => !ownAffairs.some((prefix) => path.startsWith(prefix)));
    expect(covered.filter((path) => !all.includes(path))).toEqual([]);
    expect(all.filter((path) => !covered.includes(path))).toEqual([]);
  });

  test.each(personas)("%s: is refused and leaves every row as it was", async (who) => {
    const before = await everyRow();
    const caller = callerOf(parts, scene.people[who]);
    const wrong: string[] = [];
    let forbidden = 0;
    for (const [path, { input, allowed }] of Object.entries(
      mutationCases(scene, await submittedReport(db, scene.project.id)),
    )) {
      if (allowed.includes(who)) continue;
      const outcome = await callPath(caller, path, input).then(() => "done", refusalCode);
      const expected = path.endsWith("Many") ? ["NOTHING_DONE"] : ["FORBIDDEN", "NOT_FOUND"];
      if (outcome === "FORBIDDEN") forbidden += 1;
      if (!expected.includes(outcome)) wrong.push(`${path}: ${outcome}`);
    }
    expect(wrong).toEqual([]);
    await denialsKept(db);
    expect(await everyRow()).toBe(before);
    const entries = await entriesOf(scene.people[who].userId);
    const single = entries.filter(({ action }) => action === "denied");
    expect(single.length).toBeGreaterThanOrEqual(Math.min(20, forbidden));
    expect(single.length).toBeLessThanOrEqual(20);
    expect(entries.length - single.length).toBeLessThanOrEqual(1);
    for (const { entity, entityId, projectId, organisationId, fields } of single) {
      expect({ entity, entityId, projectId, organisationId }).toEqual({
        entity: "access",
        entityId: scene.people[who].userId,
        projectId: null,
        organisationId: null,
      });
      expect(Object.keys(fields).toSorted()).toEqual(["appCode", "path"]);
      expect(pathsOf("mutation")).toContain(fields["path"]?.[1]);
      expect(fields["appCode"]?.[1]).toMatch(/^[A-Z_]+$/);
    }
  });
});

function refusalCode(error: unknown): string {
  const { code, cause } = error as { code: string; cause?: { appCode?: string } };
  return code === "CONFLICT" ? (cause?.appCode ?? code) : code;
}

describe("an outsider", () => {
  test("gets the bytes of an unknown identifier, whatever is asked or tried", async () => {
    const app = await startTestApp({ environment: { CALLS_PER_MINUTE: "100000" } });
    const hidden = await buildSecretScene(app.parts.db);
    const submitted = await submittedReport(app.parts.db, hidden.project.id);
    const mutations = Object.entries(mutationCases(hidden, submitted));
    const unknownMutations = mutationCases(hidden, submitted, unknownTo);
    const visitor = await app.visitorOf(hidden.people.outsider);
    const ask = async (path: string, input: object, method: string) => {
      const text = JSON.stringify(input);
      const response =
        method === "GET"
          ? await visitor.fetch(`/api/trpc/${path}?input=${encodeURIComponent(text)}`)
          : await visitor.fetch(`/api/trpc/${path}`, {
              method,
              body: text,
              headers: { "content-type": "application/json", "idempotency-key": crypto.randomUUID() },
            });
      const headers = [...response.headers].filter(([name]) => !["x-request-id", "date"].includes(name));
      return `${response.status} ${JSON.stringify(headers)} ${(await response.text()).replace(/"requestId":"[^"]*"/, "")}`;
    };
    // The directory is open to everybody, and so is a new entry in it.
    const open = [
      "access.ofOrganisation",
      "organisation.",
      "membership.",
      "person.",
      "project.create",
      "sample.",
      "export.",
      "import.",
    ];
    const told: string[] = [];
    let compared = 0;
    for (const [path, { input }] of mutations) {
      if (open.some((prefix) => path.startsWith(prefix)) && path !== "export.start") continue;
      const other = unknownMutations[path]?.input ?? {};
      const [real, unknown] = [await ask(path, input, "POST"), await ask(path, other, "POST")];
      compared += 1;
      if (real.replaceAll(idPattern, "id") !== unknown.replaceAll(idPattern, "id") || real.startsWith("200"))
        told.push(`${path}\n${real}\n${unknown}`);
    }
    for (const [path, inputs] of Object.entries(queryInputs(hidden))) {
      if (open.some((prefix) => path.startsWith(prefix))) continue;
      for (const input of inputs) {
        const text = JSON.stringify(input);
        const unknownText = text.replaceAll(idPattern, unknownTo);
        if (unknownText === text) continue;
        const [real, unknown] = [
          await ask(path, input, "GET"),
          await ask(path, JSON.parse(unknownText) as object, "GET"),
        ];
        compared += 1;
        if (real !== unknown) told.push(`${path} ${text}\n${real}\n${unknown}`);
      }
    }
    expect(told).toEqual([]);
    expect(compared).toBeGreaterThan(100);
  });
});

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

function unknownTo(real: string): string {
  return real.replace(/^.{8}/, "0190b7a0");
}
