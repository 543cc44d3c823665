import { Fault } from "#shared/fault.ts";
import type { ParsedImport } from "#shared/features/imports/consortium.ts";
import type { ImportPreview } from "#shared/features/imports/import.ts";

import type { ReadDb, Tx } from "#server/db/database.ts";

import { type ConsortiumPlan, planConsortia } from "./consortium-plan.ts";
import { writeConsortia } from "./consortium-writing.ts";
import type { ImportScope } from "./import-scope.ts";
import { loadKnown } from "./known-rows.ts";
import { Pace } from "./pace.ts";
import { decidePlans, type PlanDecisions } from "./plan-import.ts";
import { writePlan } from "./plan-writing.ts";
import { previewOf } from "./preview.ts";
import { ProblemList } from "./problem-list.ts";
import { planProjectFile, type ProjectFilePlan } from "./project-file-plan.ts";
import { writeProjectFile } from "./project-file-writing.ts";

// A refusal carries the first of them; the preview of the import keeps more.
const refusalProblems = 100;

type Plans = {
  plan: ConsortiumPlan;
  filePlans: ProjectFilePlan[];
  plans: PlanDecisions[];
  preview: ImportPreview;
};

export type AppliedImport = {
  preview: ImportPreview;
  /** Records written; 0 when everything was the same. */
  written: number;
  /** Projects of the import, new and known, by their identifiers here. */
  projects: { projectId: string; acronym: string }[];
};

/** What importing would do now: new, changed, same and problems, with samples. Reads only. */
export async function previewImport(db: ReadDb, scope: ImportScope, parsed: ParsedImport): Promise<ImportPreview> {
  return (await planAll(db, scope, parsed)).preview;
}

/**
 * Imports everything in the transaction given, compared anew with the rows as they stand in it, and records one change
 * of the import itself. Faults: UNPROCESSABLE_CONTENT IMPORT_REFUSED with the preview when there is an error; nothing is written then.
 */
export async function applyImport(
  tx: Tx,
  scope: ImportScope,
  parsed: ParsedImport,
  importId: string,
  pace = new Pace(),
): Promise<AppliedImport> {
  const { plan, filePlans, plans, preview } = await planAll(tx, scope, parsed, { ids: () => tx.id(), pace });
  if (preview.errorCount > 0) throw refused(preview);
  let written = await writeConsortia(tx, scope, plan);
  for (const filePlan of filePlans) written += await writeProjectFile(tx, filePlan);
  // A project that was made just now is known by its own identifiers from here on.
  const isMade = [...plan.projects, ...plan.participations].some(({ before }) => before === null);
  const around = { scope, consortia: parsed.consortia, problems: new ProblemList(), ids: () => tx.id(), pace };
  const settled = isMade ? await decidePlans(tx, parsed.plans, around) : plans;
  for (const each of settled) written += await writePlan(tx, each, pace);
  await tx.record({
    entity: "import",
    entityId: importId,
    action: written > 0 ? "imported" : "unchanged",
    organisationId: scope.clusterId,
    before: null,
    after: { files: parsed.files.map(({ file }) => file), counts: preview.counts },
  });
  return { preview, written, projects: await projectsOf(tx, plan, filePlans, settled) };
}

/** The refusal of an import, with its first problem in words for whoever has no page. */
export function refused(preview: ImportPreview): Fault {
  const first = preview.problems.find((problem) => problem.severity === "error");
  const at = first ? [first.file, first.sheet, first.row, first.column].filter((part) => part !== null).join(", ") : "";
  return new Fault("UNPROCESSABLE_CONTENT", "IMPORT_REFUSED", {
    message: `Nothing was imported. First problem: ${first?.appCode ?? ""} (${at}).`,
    params: { count: preview.errorCount },
    present: { problems: preview.problems.slice(0, refusalProblems) },
  });
}

/** Names for records that a preview only speaks of. */
function previewIds(): () => string {
  let last = 0;
  return () => `new ${(last += 1)}`;
}

async function planAll(
  db: ReadDb,
  scope: ImportScope,
  parsed: ParsedImport,
  { ids, pace }: { ids: () => string; pace: Pace } = { ids: previewIds(), pace: new Pace() },
): Promise<Plans> {
  const problems = new ProblemList();
  problems.take(parsed.problems);
  problems.count = parsed.problemCount;
  problems.errors = parsed.errorCount;
  const plan = await planConsortia(db, scope, parsed.consortia, problems);
  const filePlans: ProjectFilePlan[] = [];
  const seen = new Set<string>();
  const entered = new Set<string>();
  for (const projectFile of parsed.projectFiles) {
    const { id, acronym } = projectFile.content.project;
    if (seen.has(id))
      problems.error({ file: projectFile.file, sheet: null, row: null }, "PROJECT_TWICE", {
        value: acronym,
        kind: "project",
      });
    seen.add(id);
    const filePlan = await planProjectFile(db, scope, projectFile, problems);
    // An organisation that two files bring is entered with the first.
    for (const each of entered) filePlan.newOrganisations.delete(each);
    for (const each of filePlan.newOrganisations) entered.add(each);
    filePlans.push(filePlan);
  }
  const plans = await decidePlans(db, parsed.plans, { scope, consortia: parsed.consortia, problems, ids, pace });
  return { plan, filePlans, plans, preview: previewOf(parsed, { plan, filePlans, plans }, problems) };
}

async function projectsOf(
  tx: Tx,
  plan: ConsortiumPlan,
  filePlans: readonly ProjectFilePlan[],
  plans: readonly PlanDecisions[],
): Promise<AppliedImport["projects"]> {
  const ids = plan.projects.map(({ parsed }) => parsed.externalId);
  const known = await loadKnown(tx, ids, []);
  const rows = ids.flatMap((id) => known.projects.get(id) ?? []);
  const fromFiles = filePlans.map(({ content }) => content.project);
  const found = new Map([...rows, ...fromFiles].map(({ id, acronym }) => [id, acronym]));
  for (const { projectId, acronym } of plans) found.set(projectId, acronym);
  return [...found].map(([projectId, acronym]) => ({ projectId, acronym }));
}
