import type { ImportProblem, Place } from "#shared/features/imports/consortium.ts";
import { type ImportKind, type ImportSeverity, MOST_PROBLEMS } from "#shared/features/imports/import-words.ts";
import type { CellValue } from "#shared/features/imports/cordis-rules.ts";

const shownCharacters = 80;

type Details = { column?: string | null | undefined; value?: CellValue | undefined; kind?: ImportKind | null };

/** Gathers what is wrong with an import: the first thousand with their places, and how many there are in all. */
export class ProblemList {
  readonly kept: ImportProblem[] = [];
  count = 0;
  errors = 0;

  error(place: Place, appCode: string, details: Details = {}): void {
    this.add("error", place, appCode, details);
  }

  warn(place: Place, appCode: string, details: Details = {}): void {
    this.add("warning", place, appCode, details);
  }

  take(problems: readonly ImportProblem[]): void {
    for (const problem of problems) this.keep(problem);
  }

  private add(
    severity: ImportSeverity,
    { file, sheet, row }: Place,
    appCode: string,
    { column, value, kind }: Details,
  ): void {
    const text = value === null || value === undefined ? null : visible(String(value));
    this.keep({ file, sheet, row, column: column ?? null, severity, appCode, value: text, kind: kind ?? null });
  }

  private keep(problem: ImportProblem): void {
    this.count += 1;
    if (problem.severity === "error") this.errors += 1;
    if (this.kept.length < MOST_PROBLEMS) this.kept.push(problem);
    // An error is worth more than the last warning kept.
    else if (problem.severity === "error") {
      const spare = this.kept.findLastIndex((each) => each.severity === "warning");
      if (spare >= 0) this.kept[spare] = problem;
    }
  }
}

/** Shortened, with control characters and direction overrides made visible. */
function visible(text: string): string {
  const cut = text.length > shownCharacters ? `${text.slice(0, shownCharacters - 1)}…` : text;
  return cut.replaceAll(
    /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    "\ufffd",
  );
}
