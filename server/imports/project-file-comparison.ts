import type { ProjectFile } from "#shared/features/exports/project-file.ts";

import type { Person } from "#shared/features/members/standing.ts";

import { canonicalJson } from "#server/db/canonical-json.ts";
import type { ReadDb } from "#server/db/database.ts";
import { collectProjectFile } from "#server/exports/project-file-export.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { type ProjectRows, projectRows } from "#server/exports/project-rows.ts";
import { systemStanding } from "#server/exports/system-sight.ts";
import { rowsAsHandedIn } from "#server/exports/summary-export.ts";
import { type Sight, sightOf } from "#server/exports/sight.ts";

/** For the command line, whose user reads the database anyway: what every member together sees. */
function everythingOf({ project, participants }: ProjectRows): Sight {
  return {
    audience: "internal",
    standing: {
      projectId: project.id,
      projectStatus: project.status,
      organisationId: null,
      seatRole: "viewer",
      relation: "coordinator",
      actsForCluster: false,
      participantIds: participants.map((row) => row.id),
    },
    seesLine: () => true,
    seesUpdate: () => true,
    seesParticipant: () => true,
    seesInside: true,
    seesFigures: true,
    seesDecisions: true,
  };
}

const lists = [
  "participants",
  "streams",
  "tasks",
  "taskLinks",
  "deliverables",
  "milestones",
  "periods",
  "contributions",
  "updates",
] as const;

/**
 * Whether a file tells anything of a project that is not so here. What its audience did not get (blank fields, missing
 * records) is no difference; organisations are not compared, a file never changes them.
 */
export async function differsFromFile(db: ReadDb, person: Person | null, content: ProjectFile): Promise<boolean> {
  const views = await viewsOf(db, person, content);
  if (!views.some((view) => agrees(content.project, view.project))) return true;
  return lists.some((list) => {
    const known = views.map((view) => new Map<string, object>((view[list] ?? []).map((row) => [row.id, row])));
    return (content[list] ?? []).some((row) => !known.some((rows) => agrees(row, rows.get(row.id))));
  });
}

/**
 * The project as this person's own file would show it: who may not see a figure must not learn it by comparing guesses
 * with it. The command line compares with the coordinator's view and with the rows as they stand.
 */
async function viewsOf(
  db: ReadDb,
  person: Person | null,
  { project, generatedAt }: ProjectFile,
): Promise<ProjectFile[]> {
  const standing =
    person === null ? await systemStanding(db, project.id) : await loadMembership(db, person, project.id);
  const sight = sightOf(standing, "internal");
  const own = collectProjectFile(await rowsAsHandedIn(db, project.id, sight), sight, generatedAt);
  if (person !== null) return [own];
  const rows = await projectRows(db, project.id);
  return [own, collectProjectFile(rows, everythingOf(rows), generatedAt)];
}

function agrees(stated: object, present: object | undefined): boolean {
  if (!present) return false;
  const row = new Map<string, unknown>(Object.entries(present));
  return Object.entries(stated).every(
    ([field, value]) => isBlank(value) || canonicalJson(value) === canonicalJson(row.get(field) ?? null),
  );
}

function isBlank(value: unknown): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
