import type { ExportFormat } from "#shared/features/exports/export-words.ts";

import { isInstalled, textOfPdf } from "./outside-programs.ts";
import { readArchive } from "./read-archive.ts";

const pdfReader = isInstalled("pdftotext");

/** Everything that can be read in an exported file, unpacked; of a PDF what `pdftotext` finds. */
export function textOfExport(format: ExportFormat, bytes: Uint8Array): string {
  if (format === "pdf") return pdfReader ? textOfPdf(bytes) : "";
  if (format !== "docx" && format !== "xlsx") return new TextDecoder().decode(bytes);
  return [...readArchive(bytes).values()].join("\n");
}
