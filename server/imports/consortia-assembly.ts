import type {
  Consortia,
  ParsedOrganisation,
  ParsedParticipation,
  ParsedProject,
} from "#shared/features/imports/consortium.ts";

import { participationOf, projectOf } from "./cordis-records.ts";
import type { ProblemList } from "./problem-list.ts";
import type { SourceRecord } from "./source-record.ts";

type OrderedParticipation = Omit<ParsedParticipation, "sourceNumber" | "isNumbered"> & { order: number | null };

/** Puts the records of all files together, in whatever order they come; what they contradict each other in is noted, and the first word stands. */
export function assembleConsortia(records: readonly SourceRecord[], problems: ProblemList): Consortia {
  const projects = new Map<string, ParsedProject>();
  const organisations = new Map<string, ParsedOrganisation>();
  const participations = new Map<string, OrderedParticipation>();
  for (const record of records) {
    if (record.content === "projects") {
      const project = projectOf(record, problems);
      if (project)
        projects.set(project.externalId, merged(projects.get(project.externalId), project, "project", problems));
      continue;
    }
    const read = participationOf(record, problems);
    if (!read) continue;
    const { organisation, participation } = read;
    organisations.set(
      organisation.externalId,
      merged(organisations.get(organisation.externalId), organisation, "organisation", problems),
    );
    addParticipation(participations, participation, problems);
  }
  return {
    projects: [...projects.values()],
    organisations: [...organisations.values()],
    participations: numbered([...participations.values()]),
  };
}

// Codes of contradictions between two records about the same thing; the same amount or day written anew is none.
const contradictions: Readonly<Record<string, string>> = {
  name: "TWO_NAMES",
  country: "TWO_COUNTRIES",
  acronym: "TWO_ACRONYMS",
  vatNumber: "TWO_VAT_NUMBERS",
};

function merged<Row extends ParsedProject | ParsedOrganisation>(
  known: Row | undefined,
  next: Row,
  kind: "project" | "organisation",
  problems: ProblemList,
): Row {
  if (!known) return next;
  const result: Record<string, unknown> = { ...known };
  for (const [field, value] of Object.entries(next)) {
    // The code as written goes with the country it stands for.
    if (field === "place" || field === "countryImported" || value === undefined) continue;
    const before = result[field];
    const isOpen = before === undefined || before === null;
    const isTaken = field === "country" && typeof result["countryImported"] === "string";
    if (isOpen && !isTaken) {
      result[field] = value;
      if (field === "country" && "countryImported" in next) result["countryImported"] = next.countryImported;
    } else if (value !== null && JSON.stringify(before) !== JSON.stringify(value)) {
      const appCode = contradictions[field] ?? "TWO_VALUES";
      const text = `${textOf(before)} ≠ ${textOf(value)}`;
      problems.warn(next.place, appCode, { column: field, value: text, kind });
    }
  }
  return result as Row;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function addParticipation(
  found: Map<string, OrderedParticipation>,
  next: OrderedParticipation,
  problems: ProblemList,
): void {
  const key = `${next.projectId} ${next.organisationId} ${next.role}`;
  const known = found.get(key);
  if (!known) {
    found.set(key, next);
    return;
  }
  const details = {
    value: `${next.projectId} · ${next.organisationId} · ${next.role}`,
    kind: "participation" as const,
  };
  const isFirstFile = known.place.file === next.place.file && known.place.sheet === next.place.sheet;
  // The same row in two files is the same participation; each file may tell what the other does not.
  const both = { ...next, ...definedOf(known) };
  const agrees = (["grantCents", "netGrantCents", "totalCostCents"] as const).every(
    (field) => known[field] === undefined || next[field] === undefined || known[field] === next[field],
  );
  if (!agrees) problems.error(next.place, "TWO_AMOUNTS", details);
  else if (isFirstFile) problems.warn(next.place, "DUPLICATE_ROW", details);
  found.set(key, both);
}

function definedOf(row: OrderedParticipation): OrderedParticipation {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as OrderedParticipation;
}

/** Gives each its number in the source, else its place among the rows of its project. */
function numbered(rows: OrderedParticipation[]): ParsedParticipation[] {
  const counts = new Map<string, number>();
  return rows.map(({ order, ...row }) => {
    const place = (counts.get(row.projectId) ?? 0) + 1;
    counts.set(row.projectId, place);
    return { ...row, sourceNumber: order ?? place, isNumbered: order !== null };
  });
}
