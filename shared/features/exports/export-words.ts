export const exportFormats = ["pdf", "docx", "xlsx", "csv", "json", "md"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Who the summary is for: everything the requester may see, what partners share, or what may be published. */
export const audiences = ["internal", "partners", "public"] as const;
export type Audience = (typeof audiences)[number];

export { languages, type Language } from "#shared/languages.ts";

export const jobKinds = ["export", "import"] as const;
export const jobStates = ["pending", "running", "finished", "failed", "cancelled"] as const;
export type JobState = (typeof jobStates)[number];
