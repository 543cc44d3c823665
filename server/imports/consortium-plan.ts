import { monthOf } from "#shared/dates.ts";
import type {
  Consortia,
  ParsedOrganisation,
  ParsedParticipation,
  ParsedProject,
} from "#shared/features/imports/consortium.ts";

import type { ReadDb } from "#server/db/database.ts";

import type { ImportScope } from "./import-scope.ts";
import { type KnownRows, loadKnown, type OrganisationRow, type ParticipantRow, type ProjectRow } from "./known-rows.ts";
import { decide, type Decision } from "./plan.ts";
import type { ProblemList } from "./problem-list.ts";

export type ConsortiumPlan = {
  projects: Decision<ParsedProject, ProjectRow>[];
  organisations: Decision<ParsedOrganisation, OrganisationRow>[];
  participations: Decision<ParsedParticipation, ParticipantRow>[];
  known: KnownRows;
};

/** Decides for every record whether it is new, changed or the same; what may not or cannot be written is noted. */
export async function planConsortia(
  db: ReadDb,
  scope: ImportScope,
  consortia: Consortia,
  problems: ProblemList,
): Promise<ConsortiumPlan> {
  const projectIds = [
    ...new Set([
      ...consortia.projects.map((row) => row.externalId),
      ...consortia.participations.map((row) => row.projectId),
    ]),
  ];
  const known = await loadKnown(
    db,
    projectIds,
    consortia.organisations.map((row) => row.externalId),
  );
  const projects = consortia.projects.map((parsed) =>
    decide(parsed, known.projects.get(parsed.externalId) ?? null, factsOf(parsed)),
  );
  const organisations = consortia.organisations.map((parsed) => {
    const before = known.organisations.get(parsed.externalId) ?? null;
    return decide(parsed, before, before && known.keptOrganisations.has(before.id) ? {} : entryOf(parsed));
  });
  const byRole = new Map(known.participants.map((row) => [`${row.projectId} ${row.organisationId} ${row.role}`, row]));
  const participations = consortia.participations.map((parsed) => {
    const projectId = known.projects.get(parsed.projectId)?.id ?? "";
    const organisationId = known.organisations.get(parsed.organisationId)?.id ?? "";
    return decide(parsed, byRole.get(`${projectId} ${organisationId} ${parsed.role}`) ?? null, amountsOf(parsed));
  });
  const plan = { projects, organisations, participations, known };
  checkProjects(plan, scope, problems);
  checkCoordinators(plan, problems);
  return plan;
}

function factsOf(parsed: ParsedProject): Partial<ProjectRow> {
  const { acronym, title, objectives, keywords, startOn, callTopic, fundingScheme, totalCostCents, maxGrantCents } =
    parsed;
  const durationMonths = parsed.endOn === undefined ? parsed.durationMonths : monthsOf(startOn ?? null, parsed.endOn);
  return defined<ProjectRow>({
    acronym,
    title,
    objectives,
    keywords,
    startOn,
    durationMonths,
    callTopic,
    fundingScheme,
    totalCostCents,
    maxGrantCents,
  });
}

/** Whole months from the first to the last day, both included; null when a day is missing or they stand the wrong way round. */
function monthsOf(startOn: string | null, endOn: string | null): number | null {
  if (startOn === null || endOn === null || endOn < startOn) return null;
  const months = monthOf(startOn, endOn);
  return months > 999 ? null : months;
}

function entryOf(parsed: ParsedOrganisation): Partial<OrganisationRow> {
  const { externalId: _externalId, place: _place, ...entry } = parsed;
  return defined<OrganisationRow>(entry);
}

function amountsOf(parsed: ParsedParticipation): Partial<ParticipantRow> {
  const { grantCents, netGrantCents, totalCostCents, sourceNumber, isNumbered } = parsed;
  // A place among rows is no number of the source: another file of the same rows may have others before it.
  return defined<ParticipantRow>({
    grantCents,
    netGrantCents,
    totalCostCents,
    sourceNumber: isNumbered ? sourceNumber : undefined,
  });
}

function defined<Row>(fields: { [Key in keyof Row]?: Row[Key] | undefined }): Partial<Row> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Row>;
}

function checkProjects(
  { projects, participations, known }: ConsortiumPlan,
  scope: ImportScope,
  problems: ProblemList,
): void {
  const stated = new Set(projects.map(({ parsed }) => parsed.externalId));
  const checked = new Set<string>();
  let lacksCluster = false;
  const named = [
    ...projects.map(({ parsed, place }) => ({ id: parsed.externalId, place, kind: "project" as const })),
    ...participations.map(({ parsed, place }) => ({ id: parsed.projectId, place, kind: "participation" as const })),
  ];
  for (const { id, place, kind } of named) {
    if (checked.has(id)) continue;
    checked.add(id);
    const row = known.projects.get(id);
    if (!row && !stated.has(id)) problems.error(place, "MISSING_PROJECT", { value: id, kind });
    if (!row && scope.clusterId === null && !scope.mayLackCluster && !lacksCluster) {
      lacksCluster = true;
      problems.error(place, "CLUSTER_NEEDED", { value: id, kind });
    }
    if (row && !mayWrite(row, scope, known)) problems.error(place, "PROJECT_OF_OTHERS", { value: id, kind });
  }
}

/** The cluster of a project and its coordinator plan it; administrators may import into every one. */
export function mayWrite(row: ProjectRow, scope: ImportScope, known: Pick<KnownRows, "participants">): boolean {
  if (scope.isAdministrator) return true;
  if (scope.actingForId === null) return false;
  if (row.clusterId === scope.actingForId) return true;
  return known.participants.some(
    (each) =>
      each.projectId === row.id &&
      each.organisationId === scope.actingForId &&
      each.role === "coordinator" &&
      each.state === "accepted",
  );
}

/** A project keeps the coordinator it has: handing over is done on its page. */
function checkCoordinators({ participations, known }: ConsortiumPlan, problems: ProblemList): void {
  const coordinated = new Set(
    known.participants.filter((row) => row.role === "coordinator").map((row) => row.projectId),
  );
  for (const { parsed, before, place } of participations) {
    const project = known.projects.get(parsed.projectId);
    if (parsed.role !== "coordinator" || before || !project || !coordinated.has(project.id)) continue;
    problems.error(place, "COORDINATOR_DIFFERS", { value: project.acronym, kind: "participation" });
  }
}
