import type { ProjectFile } from "#shared/features/exports/project-file.ts";

/** Writes the interchange file as JSON, one property a line, so that two of them can be compared. */
export function renderJson(file: ProjectFile): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}
