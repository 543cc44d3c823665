import type { ImportPreview } from "#shared/features/imports/import.ts";

type Problem = ImportPreview["problems"][number];

// A spreadsheet would take what begins with one of these for a formula.
const formulaSigns = /^[=+\-@\t\r\n\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}]/u;

function field(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = formulaSigns.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}

/** The problems of an import as a CSV file with a byte order mark; `textOf` says each in the reader's language. */
export function problemFile(
  heads: readonly string[],
  problems: readonly Problem[],
  textOf: (problem: Problem) => string,
): string {
  const rows = problems.map((problem) => [
    problem.severity,
    problem.file,
    problem.sheet,
    problem.row,
    problem.column,
    textOf(problem),
    problem.value,
  ]);
  return `\ufeff${[heads, ...rows].map((cells) => cells.map(field).join(",")).join("\r\n")}\r\n`;
}
