import type { ProjectFile } from "#shared/features/exports/project-file.ts";

import type { Person } from "#shared/features/members/standing.ts";

import { canonicalJson } from "#server/db/canonical-json.ts";
import type { ReadDb } from "#server/db/database.ts";
import { collectProjectFile } from "#server/exports/project-file-export.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { rowsAsHandedIn } from "#server/exports/summary-export.ts";
import { type Sight, sightOf } from "#server/exports/sight.ts";

// For the command line, whose user reads the database anyway.
const everything: Sight = {
  audience: "internal",
  standing: {
    projectId: "",
    projectStatus: "running",
    organisationId: null,
    seatRole: null,
    relation: "coordinator",
    actsForCluster: false,
    participantIds: [],
  },
  seesLine: () => true,
  seesUpdate: () => true,
  seesParticipant: () => true,
  seesInside: true,
  seesFigures: true,
};

const lists = ["participants", "streams", "milestones", "periods", "contributions", "updates"] as const;

/** What this person may see of the project: who cannot see a figure must not learn it by comparing guesses with it. */
async function sightFor(db: ReadDb, person: Person | null, projectId: string): Promise<Sight> {
  return person === null ? everything : sightOf(await loadMembership(db, person, projectId), "internal");
}

/**
 * Whether a file tells anything of a project that is not so here. What its audience did not get (blank fields, missing
 * records) is no difference; organisations are not compared, a file never changes them.
 */
export async function differsFromFile(db: ReadDb, person: Person | null, content: ProjectFile): Promise<boolean> {
  const sight = await sightFor(db, person, content.project.id);
  const present = collectProjectFile(await rowsAsHandedIn(db, content.project.id, sight), sight, content.generatedAt);
  if (!agrees(content.project, present.project)) return true;
  return lists.some((list) => {
    const known = new Map<string, object>(present[list].map((row) => [row.id, row]));
    return content[list].some((row) => !agrees(row, known.get(row.id)));
  });
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
