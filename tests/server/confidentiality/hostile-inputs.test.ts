import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { callerOf, callPath, pathsOf } from "#tests/support/caller.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { makeTestParts, type TestParts } from "#tests/support/parts.ts";

import { mutationCases } from "./mutation-cases.ts";
import { queryInputs } from "./query-inputs.ts";
import { buildSecretScene, type SecretScene } from "./secret-scene.ts";

let db: Database;
let parts: TestParts;
let scene: SecretScene;
beforeAll(async () => {
  db = await openTestDatabase();
  parts = makeTestParts(db);
  scene = await buildSecretScene(db);
});
afterAll(async () => {
  await db.close();
  await parts.remove();
});

const strings = [
  ..."\u0000 \ud800 \udfff \u202egnp.exe \u2066 %00 ' \" ; -- % _ \\ [ ( * =1+1 constructor __proto__ toString".split(
    " ",
  ),
  ..."NaN Infinity 1e400 -0 0x10 ١٢٣ 1,5 null undefined 2026-02-30 9999-12-31 0000-00-00 -000001-01-01".split(" "),
  "",
  " ",
  "\n",
  "\u0000\u0000",
  "a".repeat(70_000),
  "\u0301".repeat(500),
  "ﷺ".repeat(300),
  "😀".repeat(400),
  "0190b7a0-0000-7000-8000-000000000000",
  "00000000-0000-0000-0000-000000000000",
];
const numbers = [
  -1,
  0,
  -0,
  0.5,
  1,
  2,
  1e21,
  2 ** 53,
  2 ** 53 - 1,
  -(2 ** 31),
  2 ** 31,
  2 ** 63,
  99_999_999_999,
  5e-324,
];
const deep = JSON.parse(`${"[".repeat(2_000)}${"]".repeat(2_000)}`) as unknown;
const poisoned = JSON.parse('{"__proto__":{"isAdministrator":true},"constructor":{"prototype":{}}}') as unknown;
const hostile = fc.oneof(
  fc.constantFrom<unknown>(...strings),
  fc.constantFrom<unknown>(...numbers, Number.NaN, Number.POSITIVE_INFINITY),
  fc.constantFrom<unknown>(null, undefined, true, false, [], {}, [null], deep, poisoned, new Date(0), 10n),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.constantFrom<unknown>(...strings, ...numbers, null), { maxLength: 5 }),
);

/** One change somewhere in a sound input: another value, an added or a missing field. */
const damage = fc.record({ at: fc.nat(), depth: fc.nat(2), value: hostile, extra: fc.boolean(), drop: fc.boolean() });
type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

function damaged(input: unknown, { at, depth, value, extra, drop }: Damage): unknown {
  if (typeof input !== "object" || input === null) return value;
  const keys = Object.keys(input);
  if (extra || keys.length === 0) return { ...input, [extra ? "__proto__x" : "surprise"]: value };
  const key = keys[at % keys.length] ?? "";
  const inner = (input as Record<string, unknown>)[key];
  const next =
    depth > 0 && typeof inner === "object" && inner !== null
      ? damaged(inner, damageInside(at, depth, value, drop))
      : value;
  const entries = Object.entries(input).flatMap(([name, old]) =>
    name === key ? (drop ? [] : [[name, next]]) : [[name, old]],
  );
  return Array.isArray(input) ? entries.map(([, each]) => each as unknown) : Object.fromEntries(entries);
}

function damageInside(at: number, depth: number, value: unknown, drop: boolean): Damage {
  return { at: at >> 3, depth: depth - 1, value, extra: false, drop };
}

const unexpectedCodes = new Set(["INTERNAL_SERVER_ERROR", "SERVICE_UNAVAILABLE"]);

describe("hostile inputs", () => {
  test("are refused by every procedure as what they are, or taken, but break nothing", async () => {
    const submitted = scene.reports.report;
    const sound: [string, object[]][] = [
      ...Object.entries(queryInputs(scene)).map(([path, inputs]): [string, object[]] => [path, [...inputs]]),
      ...Object.entries(mutationCases(scene, submitted)).map(([path, { input }]): [string, object[]] => [
        path,
        [input],
      ]),
      ["account.endSession", [{ id: scene.project.id }]],
      ["account.checkLink", [{ token: "x" }]],
      ["account.reset", [{ token: "x", password: "y", name: "z", language: "en" }]],
      ["notification.mark", [{ ids: [scene.project.id], isRead: true }]],
      ["notification.snooze", [{ ids: [scene.project.id], days: 3 }]],
      [
        "presence.beat",
        [
          {
            tab: scene.project.id,
            place: { projectId: scene.project.id, entity: "project", entityId: scene.project.id },
            typing: null,
          },
        ],
      ],
      ["me.update", [{ name: "Somebody", language: "fi" }]],
      ["me.actFor", [{ organisationId: scene.owners.member.id }]],
      [
        "setup.complete",
        [{ token: "x", name: "n", email: "e@example.test", password: "p", language: "en", clusterName: "c" }],
      ],
    ];
    const without = new Set(["sample.load", "sample.remove"]);
    const callers = [scene.people.coordinator, scene.people.member, scene.people.cluster].map((who) =>
      callerOf(parts, who),
    );
    const broken: string[] = [];
    for (const [path, inputs] of sound) {
      if (without.has(path)) continue;
      const input = fc.tuple(fc.constantFrom(...inputs), damage).map(([whole, how]) => damaged(whole, how));
      await fc.assert(
        fc.asyncProperty(
          fc.oneof({ weight: 9, arbitrary: input }, { weight: 1, arbitrary: hostile }),
          fc.nat(2),
          async (tried, who) => {
            const caller = callers[who];
            if (!caller) return;
            const code = await callPath(caller, path, tried).then(
              () => "done",
              (error: unknown) => (error as { code: string }).code,
            );
            if (unexpectedCodes.has(code)) broken.push(`${path} ${describeInput(tried)}: ${code}`);
          },
        ),
        { numRuns: 120, seed: 20_261_123 },
      );
    }
    expect([...new Set(broken)].slice(0, 20)).toEqual([]);
    expect(sound.length).toBeGreaterThan(pathsOf("mutation").length);
  });
});

function describeInput(input: unknown): string {
  try {
    return JSON.stringify(input)?.slice(0, 300) ?? "nothing";
  } catch {
    return typeof input;
  }
}
