import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { AuthorizationRule } from "#server/api/authorization-rules.ts";
import { appRouter } from "#server/api/router.ts";

import { expectedOf } from "./matrix/expectation.ts";
import { tryCall } from "./matrix/matrix-trial.ts";
import { makeWorld, type World } from "./matrix/matrix-world.ts";
import { ownershipsOf } from "./matrix/ownership-table.ts";
import { personas, visibilities } from "./matrix/persona-table.ts";
import { procedureRows } from "./matrix/procedure-rows.ts";
import { everyRow } from "#tests/support/every-row.ts";

type Definition = { _def: { type: string; meta?: { rule?: AuthorizationRule } } };
const procedures = Object.entries(appRouter._def.procedures) as unknown as [string, Definition][];

let cells = 0;

describe("the authorization matrix", () => {
  test("has a row for every procedure, and none for what is gone", () => {
    const paths = procedures.map(([path]) => path);
    const missing = paths.filter((path) => !(path in procedureRows));
    expect(missing, howTo(missing)).toEqual([]);
    expect(Object.keys(procedureRows).filter((path) => !paths.includes(path))).toEqual([]);
  });

  describe.each(visibilities)("a project open to its %s", (visibility) => {
    let world: World;
    let before: string;
    beforeAll(async () => {
      world = await makeWorld(visibility);
      before = await everyRow(world.db);
    });
    afterAll(() => world.close());

    test.each(personas)("%s", async (persona) => {
      const wrong: string[] = [];
      const told = new Map<string, string>();
      for (const [path, { _def }] of procedures) {
        const row = procedureRows[path];
        const rule = _def.meta?.rule;
        if (!row || !rule) continue;
        // What lies in no project does not depend on how the project is opened.
        if (visibility !== "consortium" && ["nothing", "organisation", "personal"].includes(row.of)) continue;
        for (const ownership of ownershipsOf(row.of, persona)) {
          const expected = expectedOf({ rule, row, persona, ownership, visibility });
          const result = await tryCall(
            world.parts,
            world.people[persona],
            path,
            row.input(world.at(persona, ownership)),
          );
          cells += 1;
          const cell = `${path} ${ownership}`;
          if (result.outcome !== expected) wrong.push(`${cell}: ${result.outcome} instead of ${expected}`);
          if (expected !== "ok" && result.writes > 0 && row.leaves === undefined)
            wrong.push(`${cell}: refused, but something was written`);
          if (result.outcome === "404") told.set(cell, result.told);
        }
      }
      expect(wrong, wrong.join("\n")).toEqual([]);
      const differing = differingFromUnknown(told);
      expect(differing, differing.join("\n")).toEqual([]);
    });

    test("finds every row as it was in the end", async () => {
      expect(await everyRow(world.db)).toBe(before);
    });
  });

  test("has at least ten thousand cells", () => {
    expect(cells).toBeGreaterThanOrEqual(10_000);
  });
});

/** Foreign is unknown: what hides an object says the same as for one that never was. */
function differingFromUnknown(told: ReadonlyMap<string, string>): string[] {
  return [...told].flatMap(([cell, text]) => {
    const unknown = told.get(`${cell.split(" ")[0] ?? ""} unknown`);
    return unknown === undefined || unknown === text ? [] : [`${cell}: ${text} instead of ${unknown}`];
  });
}

function howTo(missing: readonly string[]): string {
  return [
    `No row for ${missing.join(", ")}.`,
    "Add one line to tests/architecture/matrix/*-rows.ts: its kind of target (ofLine, ofPart, ofProject, …), an input",
    "made from the object it is given, and `but(who, outcome, because)` where it departs from its rule's table in",
    "matrix/rule-table.ts. A new object goes into matrix/consortium-scene.ts or directory-scene.ts. See tests/README.md.",
  ].join("\n");
}
