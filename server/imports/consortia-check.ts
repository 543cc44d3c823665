import { addExactly } from "#shared/money.ts";
import type { Consortia, ParsedParticipation, ParsedProject } from "#shared/features/imports/consortium.ts";

import type { ProblemList } from "./problem-list.ts";

/** Looks for what records of consortia say against each other. Nothing is repaired; only what cannot be stored is an error. */
export function checkConsortia({ projects, organisations, participations }: Consortia, problems: ProblemList): void {
  const members = new Map<string, ParsedParticipation[]>();
  for (const row of participations) {
    const rows = members.get(row.projectId);
    if (rows) rows.push(row);
    else members.set(row.projectId, [row]);
  }
  const known = new Map(projects.map((project) => [project.externalId, project]));
  for (const [projectId, rows] of members)
    checkCoordinators(known.get(projectId)?.acronym ?? projectId, rows, problems);
  for (const project of projects) {
    const rows = members.get(project.externalId);
    if (!rows) problems.warn(project.place, "NO_PARTICIPANTS", { value: project.acronym, kind: "project" });
    else checkSums(project, rows, problems);
  }
  const byVat = new Map<string, string>();
  for (const { vatNumber, externalId, place } of organisations) {
    if (!vatNumber) continue;
    const other = byVat.get(vatNumber);
    if (other !== undefined) {
      problems.warn(place, "VAT_TWICE", { value: `${vatNumber}: ${other}, ${externalId}`, kind: "organisation" });
    }
    byVat.set(vatNumber, externalId);
  }
}

function checkCoordinators(name: string, rows: readonly ParsedParticipation[], problems: ProblemList): void {
  const [first, ...more] = rows.filter((row) => row.role === "coordinator");
  const details = { value: name, kind: "participation" as const };
  if (!first && rows[0]) problems.warn(rows[0].place, "NO_COORDINATOR", details);
  for (const row of more) problems.error(row.place, "TWO_COORDINATORS", details);
}

function checkSums(project: ParsedProject, rows: readonly ParsedParticipation[], problems: ProblemList): void {
  const { maxGrantCents } = project;
  if (maxGrantCents === null || maxGrantCents === undefined) return;
  for (const field of ["grantCents", "netGrantCents"] as const) {
    const amounts = rows.flatMap((row) => row[field] ?? []);
    if (amounts.length === 0) continue;
    const sum = addExactly(amounts);
    if (sum === maxGrantCents) continue;
    const value = `${project.acronym}: ${decimal(sum)} ≠ ${decimal(maxGrantCents)}`;
    problems.warn(project.place, field === "grantCents" ? "SUM_DIFFERS" : "NET_SUM_DIFFERS", {
      value,
      kind: "project",
    });
  }
}

function decimal(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}
