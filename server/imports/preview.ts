import type { ParsedImport } from "#shared/features/imports/consortium.ts";
import type { FateCounts, ImportPreview, ImportSample } from "#shared/features/imports/import.ts";
import { type ImportKind, importKinds } from "#shared/features/imports/import-words.ts";

import type { ConsortiumPlan } from "./consortium-plan.ts";
import type { ProblemList } from "./problem-list.ts";
import { addPlanSamples } from "./plan-samples.ts";
import { fateOf } from "./preview-fate.ts";
import type { PlanDecisions } from "./plan-import.ts";
import type { ProjectFilePlan } from "./project-file-plan.ts";

const samplesOfKind = 50;

const ranks: Record<ImportSample["fate"], number> = { problem: 0, changed: 1, new: 2, same: 3 };

/** What the plans would do: counts of all records, the first of each kind with their changed fields, the first problems. */
export function previewOf(
  parsed: ParsedImport,
  {
    plan,
    filePlans,
    plans,
  }: { plan: ConsortiumPlan; filePlans: readonly ProjectFilePlan[]; plans: readonly PlanDecisions[] },
  problems: ProblemList,
): ImportPreview {
  const samples = { ...samplesOf(plan), ...noPlanSamples() };
  for (const each of plans) addPlanSamples(samples, each);
  for (const filePlan of filePlans) addProjectFile(samples, filePlan);
  const broken = brokenRows(problems);
  const counts = Object.fromEntries(
    importKinds.map((kind) => [kind, countsOf(samples[kind], broken.get(kind) ?? 0)]),
  ) as ImportPreview["counts"];
  const first = Object.fromEntries(
    importKinds.map((kind) => [kind, firstOf(samples[kind])]),
  ) as ImportPreview["samples"];
  const ordered = problems.kept.toSorted(
    (left, right) => Number(right.severity === "error") - Number(left.severity === "error"),
  );
  return {
    files: parsed.files,
    counts,
    samples: first,
    problems: ordered,
    problemCount: problems.count,
    errorCount: problems.errors,
  };
}

function firstOf(samples: ImportSample[]): ImportSample[] {
  return samples.toSorted((left, right) => ranks[left.fate] - ranks[right.fate]).slice(0, samplesOfKind);
}

function countsOf(samples: readonly ImportSample[], problem: number): FateCounts {
  const counts = { new: 0, changed: 0, same: 0, problem };
  for (const { fate } of samples) counts[fate] += 1;
  return counts;
}

/** Rows of each kind that an error keeps from being imported. */
function brokenRows(problems: ProblemList): Map<ImportKind, number> {
  const rows = new Map<ImportKind, Set<string>>();
  for (const { kind, severity, file, sheet, row } of problems.kept) {
    if (severity !== "error" || kind === null) continue;
    rows.set(kind, (rows.get(kind) ?? new Set()).add(`${file} ${sheet ?? ""} ${row ?? ""}`));
  }
  return new Map([...rows].map(([kind, places]) => [kind, places.size]));
}

type ConsortiumKind = "project" | "organisation" | "participation";
const noPlanSamples = (): Record<Exclude<ImportKind, ConsortiumKind>, ImportSample[]> => ({
  stream: [],
  task: [],
  deliverable: [],
  milestone: [],
  effort: [],
});

function samplesOf(plan: ConsortiumPlan): Record<ConsortiumKind, ImportSample[]> {
  const acronyms = new Map(plan.projects.map(({ parsed }) => [parsed.externalId, parsed.acronym]));
  const names = new Map(plan.organisations.map(({ parsed }) => [parsed.externalId, parsed.name]));
  const acronymOf = (id: string) => acronyms.get(id) ?? plan.known.projects.get(id)?.acronym ?? id;
  return {
    project: plan.projects.map((decision) => ({
      key: decision.parsed.externalId,
      title: decision.parsed.acronym,
      detail: decision.parsed.title ?? "",
      role: null,
      amountCents: decision.parsed.maxGrantCents ?? null,
      effortPmHundredths: null,
      ...fateOf(decision),
    })),
    organisation: plan.organisations.map((decision) => ({
      key: decision.parsed.externalId,
      title: decision.parsed.name,
      detail: decision.parsed.country ?? "",
      role: null,
      amountCents: null,
      effortPmHundredths: null,
      ...fateOf(decision),
    })),
    participation: plan.participations.map((decision) => ({
      key: `${decision.parsed.projectId} ${decision.parsed.organisationId} ${decision.parsed.role}`,
      title: names.get(decision.parsed.organisationId) ?? decision.parsed.organisationId,
      detail: acronymOf(decision.parsed.projectId),
      role: decision.parsed.role,
      amountCents: decision.parsed.grantCents ?? null,
      effortPmHundredths: null,
      ...fateOf(decision),
    })),
  };
}

function addProjectFile(
  samples: Record<ImportKind, ImportSample[]>,
  { content, isKnown, newOrganisations }: ProjectFilePlan,
): void {
  const fate = isKnown ? "same" : "new";
  const { project, organisations, participants } = content;
  const names = new Map(organisations.map((row) => [row.id, row.name]));
  samples.project.push({
    key: project.id,
    title: project.acronym,
    detail: project.title,
    role: null,
    amountCents: project.maxGrantCents,
    effortPmHundredths: null,
    fate,
    changes: [],
  });
  for (const row of organisations) {
    const fateHere = newOrganisations.has(row.id) ? "new" : "same";
    samples.organisation.push({
      key: row.id,
      title: row.name,
      detail: row.country ?? "",
      role: null,
      amountCents: null,
      effortPmHundredths: null,
      fate: fateHere,
      changes: [],
    });
  }
  for (const row of participants) {
    const title = names.get(row.organisationId) ?? row.organisationId;
    const { role } = row;
    samples.participation.push({
      key: row.id,
      title,
      detail: project.acronym,
      role,
      amountCents: row.grantCents,
      effortPmHundredths: null,
      fate,
      changes: [],
    });
  }
}
