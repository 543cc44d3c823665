import { describe, expect, test } from "vitest";

import { systemActor } from "#server/db/database.ts";
import { projects } from "#server/db/schema/index.ts";
import { renderJson } from "#server/exports/formats/json.ts";
import { collectForSystem } from "#server/exports/system-export.ts";
import { loadSample } from "#server/features/samples/sample-service.ts";
import { applyImport } from "#server/imports/consortium-import.ts";
import { scopeOf, scopeOfCommand } from "#server/imports/import-scope.ts";
import { parseFiles } from "#server/imports/parse-files.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { nextId } from "#tests/support/build.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";
import { runPreview } from "#tests/support/run-import.ts";

async function open() {
  const db = await openTestDatabase();
  const cluster = await buildOrganisation(db, { kind: "cluster", name: "Cluster" });
  return { db, person: await buildPerson(db, cluster) };
}

describe("our own interchange file", () => {
  test("into an empty installation gives the same file again; into the same one finds everything the same", async () => {
    const { db, person } = await open();
    const { projectId } = await db.transact(systemActor, (tx) => loadSample(tx, person.userId));
    const [project] = await db.read.select().from(projects);
    const planner: Person = {
      ...person,
      seat: { organisationId: project!.clusterId!, kind: "cluster", role: "manager" },
    };
    const now = Date.now();
    const fileOf = async (from: typeof db) => {
      const collected = await from.snapshot((snapshot) =>
        collectForSystem(snapshot, { projectId, audience: "internal", language: "en", now }),
      );
      return renderJson(collected.file);
    };
    const bytes = await fileOf(db);
    // Proposed changes of agreed lines go with them: the sample has an open one and an agreed one.
    expect(
      Buffer.from(bytes)
        .toString()
        .match(/"amendments": \[/g),
    ).toHaveLength(2);
    const told = JSON.parse(Buffer.from(bytes).toString()) as Record<string, unknown[]>;
    for (const part of ["tasks", "taskLinks", "deliverables"]) expect(told[part]?.length).toBeGreaterThan(10);
    const source = { name: "project.json", bytes };
    const same = await runPreview(db, planner, [source]);
    expect(same.problems).toEqual([]);
    expect(same.counts.project).toEqual({ new: 0, changed: 0, same: 1, problem: 0 });
    const parsed = await parseFiles([source]);
    expect(parsed.problems).toEqual([]);
    const apply = async (into: typeof db) => {
      const scope = await scopeOfCommand(into.read, null, "2026-03-02");
      return await into.transact(systemActor, (tx) => applyImport(tx, scope, parsed, nextId()));
    };
    expect((await apply(db)).written).toBe(0);

    const empty = await openTestDatabase();
    expect((await apply(empty)).written).toBeGreaterThan(100);
    expect(Buffer.from(await fileOf(empty)).toString()).toBe(Buffer.from(bytes).toString());
    expect((await apply(empty)).written).toBe(0);
    expect(await faultOf(actAs(db, person, (tx) => applyImport(tx, scopeOf(person), parsed, nextId())))).toMatchObject({
      appCode: "IMPORT_REFUSED",
    });
  });
});
