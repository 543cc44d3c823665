import type { ProjectFile } from "../exports/project-file.ts";
import type { ActivityType } from "../organisations/organisation-words.ts";
import type { ParticipantRole } from "../participants/participant-words.ts";
import type { ProjectStatus } from "../projects/project-words.ts";
import type { ImportFormat, ImportKind, ImportSeverity, TableContent } from "./import-words.ts";
import type { ParsedPlan } from "./plan-parts.ts";

/** Where something stands in a file: `row` counts from 1 as a spreadsheet does, in XML it is the line. */
export type Place = { file: string; sheet: string | null; row: number | null };

export type ImportProblem = Place & {
  column: string | null;
  severity: ImportSeverity;
  appCode: string;
  /** What stands there, shortened; null when there is nothing to show. */
  value: string | null;
  /** The kind of record that is lost by it; null when it is about a file. */
  kind: ImportKind | null;
};

// A field that the source does not carry is left out; null means that the source says there is none.

export type ParsedProject = {
  externalId: string;
  place: Place;
  acronym: string;
  title?: string | undefined;
  objectives?: string | undefined;
  keywords?: string[] | undefined;
  /** Only where the source says so itself; else it follows from the dates when the project is made. */
  status?: ProjectStatus | undefined;
  startOn?: string | null | undefined;
  endOn?: string | null | undefined;
  /** Where the source counts months and names no days. */
  durationMonths?: number | null | undefined;
  callTopic?: string | null | undefined;
  fundingScheme?: string | null | undefined;
  totalCostCents?: number | null | undefined;
  maxGrantCents?: number | null | undefined;
};

export type ParsedOrganisation = {
  /** The Participant Identification Code. */
  externalId: string;
  place: Place;
  name: string;
  shortName?: string | null | undefined;
  activityType?: ActivityType | null | undefined;
  country?: string | null | undefined;
  countryImported?: string | null | undefined;
  region?: string | null | undefined;
  city?: string | null | undefined;
  address?: string | null | undefined;
  website?: string | null | undefined;
  vatNumber?: string | null | undefined;
};

export type ParsedParticipation = {
  place: Place;
  projectId: string;
  organisationId: string;
  role: ParticipantRole;
  /** The number in the source, else the place among the rows of its project. */
  sourceNumber: number;
  /** The source itself gives the number. */
  isNumbered: boolean;
  hasLeft: boolean;
  /** Null is none, not zero. */
  grantCents?: number | null | undefined;
  /** Never mixed with `grantCents`. */
  netGrantCents?: number | null | undefined;
  totalCostCents?: number | null | undefined;
};

export type Consortia = {
  projects: ParsedProject[];
  organisations: ParsedOrganisation[];
  participations: ParsedParticipation[];
};

export type RecognisedTable = {
  sheet: string | null;
  content: TableContent;
  rows: number;
  columns: { header: string; field: string | null }[];
};

export type RecognisedFile = {
  file: string;
  bytes: number;
  format: ImportFormat;
  encoding: string | null;
  separator: string | null;
  tables: RecognisedTable[];
};

/** Files read, but nothing compared with the database yet; plain enough to travel between processes. */
export type ParsedImport = {
  files: RecognisedFile[];
  consortia: Consortia;
  projectFiles: { file: string; content: ProjectFile }[];
  plans: ParsedPlan[];
  /** The first of them; `problemCount` counts all. */
  problems: ImportProblem[];
  problemCount: number;
  errorCount: number;
};
