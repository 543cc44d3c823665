import { type ProjectFile, projectFileFormat, projectFileSchema } from "#shared/features/exports/project-file.ts";
import type { ImportProblem } from "#shared/features/imports/consortium.ts";
import { ImportRefusal } from "#server/imports/import-limits.ts";

import { brokenPlanReferences } from "./json-plan-references.ts";

const mostIssues = 100;

/**
 * Reads our own interchange file. Gives it with no problems, or the problems alone: `column` is the path of what is
 * wrong. Faults: FILE_DAMAGED, UNKNOWN_FORMAT for any other JSON or a newer version.
 */
export function readProjectFile(
  text: string,
  file: string,
): { content: ProjectFile | null; problems: ImportProblem[] } {
  const parsed = parse(text);
  const format = typeof parsed === "object" && parsed !== null && "format" in parsed ? parsed.format : null;
  if (format !== projectFileFormat) throw new ImportRefusal("UNKNOWN_FORMAT");
  const checked = projectFileSchema.safeParse(parsed);
  if (!checked.success) {
    const issues = checked.error.issues.slice(0, mostIssues);
    return {
      content: null,
      problems: issues.map((issue) => problem(file, issue.path.join("."), "BAD_FIELD", issue.message)),
    };
  }
  const broken = brokenReferences(checked.data);
  const problems = broken.slice(0, mostIssues).map(([path, id]) => problem(file, path, "BROKEN_REFERENCE", id));
  return { content: problems.length === 0 ? checked.data : null, problems };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportRefusal("FILE_DAMAGED");
  }
}

function problem(file: string, column: string, appCode: string, value: string): ImportProblem {
  return {
    file,
    sheet: null,
    row: null,
    column,
    severity: "error",
    appCode,
    value: value.slice(0, 80),
    kind: "project",
  };
}

/** Identifiers that name nothing in the file, or that two records share, with the path where they stand. */
function brokenReferences(content: ProjectFile): [path: string, id: string][] {
  const broken: [string, string][] = [];
  const idsOf = (list: string, rows: readonly { id: string }[]) => {
    const ids = new Set<string>();
    for (const [index, { id }] of rows.entries()) {
      if (ids.has(id)) broken.push([`${list}.${index}.id`, id]);
      ids.add(id);
    }
    return ids;
  };
  const organisations = idsOf("organisations", content.organisations);
  const participants = idsOf("participants", content.participants);
  const streams = idsOf("streams", content.streams);
  const periods = idsOf("periods", content.periods);
  const contributions = idsOf("contributions", content.contributions);
  idsOf("milestones", content.milestones);
  idsOf("updates", content.updates);
  idsOf(
    "offers",
    content.contributions.flatMap((line) => line.offers),
  );
  const check = (known: ReadonlySet<string>, path: string, id: string | null) => {
    if (id !== null && !known.has(id)) broken.push([path, id]);
  };
  check(organisations, "project.clusterId", content.project.clusterId);
  for (const [index, row] of content.participants.entries())
    check(organisations, `participants.${index}.organisationId`, row.organisationId);
  for (const [index, row] of content.streams.entries())
    check(participants, `streams.${index}.leadParticipantId`, row.leadParticipantId);
  for (const [index, row] of content.contributions.entries()) {
    check(participants, `contributions.${index}.participantId`, row.participantId);
    check(streams, `contributions.${index}.streamId`, row.streamId);
    for (const offer of row.offers) check(organisations, `contributions.${index}.offers`, offer.byOrganisationId);
  }
  for (const [index, row] of content.updates.entries()) {
    check(contributions, `updates.${index}.contributionId`, row.contributionId);
    check(periods, `updates.${index}.periodId`, row.periodId);
    check(participants, `updates.${index}.participantId`, row.participantId);
  }
  return [...broken, ...brokenPlanReferences(content, { streams, participants })];
}
