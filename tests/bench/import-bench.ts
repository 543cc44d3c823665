import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";

import { migrateDatabase } from "#server/db/migrate.ts";
import { openDatabase } from "#server/db/open.ts";
import { deliverables, tasks } from "#server/db/schema/index.ts";
import { showImport } from "#server/features/imports/import-queries.ts";
import { applyStoredImport } from "#server/features/imports/import-service.ts";
import { keepUpload, previewPlanTable, readParsed } from "#server/imports/import-files.ts";
import { Pace } from "#server/imports/pace.ts";
import type { PlanMapping } from "#shared/features/imports/plan-mapping.ts";
import { uuidv7 } from "#shared/ids.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildParticipant, buildProject, buildStream } from "#tests/support/build-project.ts";
import { makeTestParts } from "#tests/support/parts.ts";

// Imports 19 999 tasks below one header row into one project and says how long it took, how long the event loop stood
// still at most, and how much memory it held: node tests/bench/import-bench.ts
const rows = 19_999;
const MB = 1024 * 1024;
const ofStream = 1_000;
const folder = mkdtempSync(path.join(tmpdir(), "import-bench-"));
let last = 0;
const ids = () => uuidv7(Date.now(), Buffer.from(String((last += 1)).padStart(10, "0")));
const file = path.join(folder, "bench.sqlite");
await migrateDatabase({ file, clock: Date.now });
const db = await openDatabase({ file, clock: Date.now, ids });
const parts = makeTestParts(db);
try {
  const cluster = await buildOrganisation(db, { kind: "cluster", name: "Cluster" });
  const person = await buildPerson(db, cluster);
  const project = await buildProject(db, { clusterId: cluster.id, startOn: "2026-01-01" });
  const member = await buildOrganisation(db, { name: "Member", shortName: "MEMBER" });
  await buildParticipant(db, project, member, { number: 1 });
  for (let number = 1; number <= rows / ofStream + 1; number += 1)
    await buildStream(db, project, { number, code: `WP${number}` });
  const lines = Array.from({ length: rows }, (_, index) => {
    const code = `T${Math.floor(index / ofStream) + 1}.${(index % ofStream) + 1}`;
    return `${code};Task number ${index} of a long plan;MEMBER;M${(index % 40) + 1};M${(index % 40) + 6};What it is about, in a sentence of usual length`;
  });
  const bytes = new TextEncoder().encode(["Code;Title;Lead;Start;End;Description", ...lines].join("\n"));
  const fields = ["code", "title", "lead", "startMonth", "endMonth", "description"] as const;
  const columns = fields.map((field, index) => ({ index, field }));
  const mapping: PlanMapping = { target: "tasks", sheet: 0, headerRow: 1, key: "code", columns };

  for (const round of ["first import (all new)", "second import (all the same)"]) {
    globalThis.gc?.();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
    delay.enable();
    const startAt = performance.now();
    const { id: fileId } = await keepUpload(parts, person, "plan.csv", bytes);
    const { id } = await previewPlanTable(parts, person, { fileId, projectId: project.id, mapping });
    const previewedAt = performance.now();
    const previewGap = delay.max / 1e6;
    delay.reset();
    const parsed = await readParsed(parts, person, id);
    await actAs(db, person, (tx) => applyStoredImport(tx, person, id, parsed, new Pace()));
    const endAt = performance.now();
    clearInterval(watch);
    const { counts } = await showImport(db.read, person, id, Date.now());
    console.log(
      round,
      counts.task,
      `tasks: ${await db.read.$count(tasks)}, deliverables: ${await db.read.$count(deliverables)}`,
    );
    console.log(`  preview ${Math.round(previewedAt - startAt)} ms, longest gap ${Math.round(previewGap)} ms`);
    console.log(`  writing ${Math.round(endAt - previewedAt)} ms, longest gap ${Math.round(delay.max / 1e6)} ms`);
    console.log(`  memory +${Math.round((most - before) / MB)} MB`);
  }
} finally {
  await db.close();
  await parts.remove();
  rmSync(folder, { recursive: true });
}
