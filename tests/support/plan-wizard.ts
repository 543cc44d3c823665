import { applyStoredImport } from "#server/features/imports/import-service.ts";
import { showImport } from "#server/features/imports/import-queries.ts";
import { keepUpload, previewPlanTable, readParsed, readUpload } from "#server/imports/import-files.ts";
import type { Pace } from "#server/imports/pace.ts";
import { guessColumns } from "#shared/features/imports/plan-column-rules.ts";
import type { PlanMapping } from "#shared/features/imports/plan-mapping.ts";
import type { PlanTarget } from "#shared/features/imports/plan-words.ts";

import { actAs } from "./build-consortium.ts";
import { buildOrganisation } from "./build-organisation.ts";
import { buildPerson } from "./build-person.ts";
import { buildParticipant, buildProject, buildStream } from "./build-project.ts";
import { openTestDatabase } from "./database.ts";
import { makeTestParts } from "./parts.ts";

/** A project of 36 months from March 2026 with participants ALPHA and BETA and streams WP1 Heat and WP2 Waste. */
export async function openPlan() {
  const db = await openTestDatabase();
  const cluster = await buildOrganisation(db, { kind: "cluster", name: "Cluster" });
  const person = await buildPerson(db, cluster);
  const project = await buildProject(db, {
    acronym: "EKO",
    clusterId: cluster.id,
    startOn: "2026-03-01",
    durationMonths: 36,
  });
  const alpha = await buildOrganisation(db, { name: "Alpha Oy", shortName: "ALPHA" });
  const beta = await buildOrganisation(db, { name: "Beta GmbH", shortName: "BETA" });
  const first = await buildParticipant(db, project, alpha, { number: 1 });
  const second = await buildParticipant(db, project, beta, { number: 2 });
  const heat = await buildStream(db, project, { number: 1, code: "WP1", title: "Heat" });
  const waste = await buildStream(db, project, { number: 2, code: "WP2", title: "Waste" });
  return { db, cluster, person, project, first, second, heat, waste, parts: makeTestParts(db) };
}
type World = Awaited<ReturnType<typeof openPlan>>;

/** Lines as the bytes of a file. */
export const csv = (lines: string[]) => new TextEncoder().encode(`${lines.join("\r\n")}\r\n`);

/** Uploads a table and previews it with the columns that its names tell, or those given. */
export async function previewTable(
  { parts, person, project }: World,
  bytes: Uint8Array,
  target: PlanTarget,
  more: Partial<PlanMapping> = {},
) {
  const { id: fileId } = await keepUpload(parts, person, "plan.csv", bytes);
  const { sheets } = await readUpload(parts, person, fileId);
  const sheet = sheets[more.sheet ?? 0]!;
  const columns = guessColumns(
    target,
    sheet.columns.map(({ header }) => header),
  );
  const mapping: PlanMapping = { target, sheet: 0, headerRow: sheet.headerRow, key: "code", columns, ...more };
  const { id } = await previewPlanTable(parts, person, { fileId, projectId: project.id, mapping });
  return await showImport(parts.db.read, person, id, parts.clock());
}

/** Writes what was previewed. */
export async function applyTable({ parts, person, db }: World, id: string, pace?: Pace) {
  const parsed = await readParsed(parts, person, id);
  return await actAs(db, person, (tx) => applyStoredImport(tx, person, id, parsed, pace));
}
