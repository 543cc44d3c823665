export const exportFormats = ["pdf", "docx", "xlsx", "csv", "json", "md"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Formats the Gantt comes in. */
export const ganttFormats = ["pdf", "svg", "png"] as const;
export type GanttFormat = (typeof ganttFormats)[number];

/** Every kind of file that leaves the program this way. */
export const fileFormats = [...exportFormats, "svg", "png"] as const;
export type FileFormat = (typeof fileFormats)[number];

/** Paper of a printed Gantt, always landscape. */
export const ganttPapers = ["a4", "a3"] as const;
export type GanttPaper = (typeof ganttPapers)[number];

/** What is exported: the summary of the project, the tables of Horizon Europe's part B, the changes of the plan for signature, the Gantt, or the budget. */
export const exportDocuments = ["summary", "horizon-tables", "amendment", "gantt", "budget-workbook"] as const;
export type ExportDocument = (typeof exportDocuments)[number];

/** Documents that the common form offers; the others are asked for where they are looked at. */
export const formDocuments = ["summary", "horizon-tables"] as const satisfies readonly ExportDocument[];

/** Tables of the work plan in a Horizon Europe proposal, as its form numbers them. */
export const horizonTables = [
  "3.1a", // list of work packages
  "3.1b", // description of each work package
  "3.1c", // deliverables
  "3.1d", // milestones
  "3.1e", // critical risks
  "3.1f", // staff effort
  "3.1g", // subcontracting costs
  "3.1h", // purchase costs
  "3.1i", // other cost categories
  "3.1j", // in-kind contributions by third parties
] as const;
export type HorizonTableKey = (typeof horizonTables)[number];

/** Formats the sheet for signature comes in. */
export const amendmentFormats = ["pdf", "docx"] as const satisfies readonly ExportFormat[];

/** Formats the tables come in. */
export const tableFormats = ["docx", "xlsx"] as const satisfies readonly ExportFormat[];

/** Who the summary is for: everything the requester may see, what partners share, or what may be published. */
export const audiences = ["internal", "partners", "public"] as const;
export type Audience = (typeof audiences)[number];

export { languages, type Language } from "#shared/languages.ts";

export const jobKinds = ["export", "import"] as const;
export const jobStates = ["pending", "running", "finished", "failed", "cancelled"] as const;
export type JobState = (typeof jobStates)[number];
