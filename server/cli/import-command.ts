import { readFileSync, statSync } from "node:fs";
import path from "node:path";

import { Command } from "commander";

import type { ImportProblem, ParsedImport } from "#shared/features/imports/consortium.ts";
import type { ImportPreview } from "#shared/features/imports/import.ts";
import { importKinds } from "#shared/features/imports/import-words.ts";

type Options = { dryRun?: boolean; cluster?: string };

const dataError = 65;

export function importCommand(): Command {
  return new Command("import")
    .description("bring consortia in from files: shows what would happen, then writes it in one transaction")
    .argument(
      "<files...>",
      "CORDIS projects and participants (XLSX or CSV, in any order), a CORDIS XML, or our own JSON",
    )
    .option("--dry-run", "show what would happen and write nothing")
    .option("--cluster <name>", "cluster or association that new projects belong to (default: the only one there is)")
    .addHelpText(
      "after",
      '\nExamples:\n  $ npm run consortia -- import projects.xlsx participants.xlsx --dry-run\n  $ npm run consortia -- import project.csv organization.csv --cluster "Cleantech Cluster"\n  $ npm run consortia -- import ekolend.json\n\nImporting the same files again changes nothing. With the embedded database the server must not be running (a dry run may).\nEnds with 65 when a file cannot be imported; nothing is written then.',
    )
    .action(importFiles);
}

async function importFiles(files: string[], { dryRun = false, cluster }: Options): Promise<void> {
  const { parseInChild } = await import("#server/imports/parse-run.ts");
  const { applyImport, previewImport } = await import("#server/imports/consortium-import.ts");
  const { scopeOfCommand } = await import("#server/imports/import-scope.ts");
  const { systemActor } = await import("#server/db/database.ts");
  const { withParts } = await import("./command-settings.ts");
  const { dayOf } = await import("#shared/dates.ts");
  const { Fault } = await import("#shared/fault.ts");
  const missing = files.filter((file) => !statSync(file, { throwIfNoEntry: false })?.isFile());
  if (missing.length > 0) return refuse(`There is no such file: ${missing.join(", ")}`);
  try {
    const parsed = await parseInChild<ParsedImport>({
      sources: files.map((file) => ({ name: path.basename(file), bytes: readFileSync(file) })),
      wanted: "consortia",
    });
    await withParts({ readonly: dryRun }, async ({ db, clock, ids }) => {
      const scope = await scopeOfCommand(db.read, cluster ?? null, dayOf(clock()));
      const preview = await previewImport(db.read, scope, parsed);
      printPreview(preview);
      if (preview.errorCount > 0) return refuse("Nothing was imported.");
      if (dryRun) return console.log("Dry run: nothing was written.");
      const { written } = await db.transact(systemActor, (tx) => applyImport(tx, scope, parsed, ids()));
      console.log(
        written === 0 ? "Everything was there already: nothing changed." : `Imported: ${written} records written.`,
      );
    });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    refuse(error.message);
  }
}

function refuse(message: string): void {
  process.exitCode = dataError;
  console.error(message);
}

function printPreview({ files, counts, problems, problemCount }: ImportPreview): void {
  for (const { file, format, encoding, separator, tables } of files) {
    const details = [
      format,
      encoding,
      separator === null ? null : `separator ${separator === "\t" ? "tab" : separator}`,
    ];
    console.log(`${file}  (${details.filter((detail) => detail !== null).join(", ")})`);
    for (const { sheet, content, rows } of tables) console.log(`  ${sheet ?? "-"}: ${content}, ${rows} rows`);
  }
  const heads = ["new", "changed", "same", "problem"] as const;
  console.log(`\n${"".padEnd(16)}${heads.map((head) => head.padStart(9)).join("")}`);
  for (const kind of importKinds) {
    console.log(`${`${kind}s`.padEnd(16)}${heads.map((head) => String(counts[kind][head]).padStart(9)).join("")}`);
  }
  if (problemCount > 0)
    console.log(
      `\nProblems: ${problemCount}${problemCount > problems.length ? `, the first ${problems.length} of them` : ""}`,
    );
  for (const problem of problems) console.log(`  ${lineOf(problem)}`);
  console.log("");
}

function lineOf({ severity, file, sheet, row, column, appCode, value }: ImportProblem): string {
  const place = [file, sheet, row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(", ");
  return `${severity.padEnd(8)}${appCode}  ${place}${value === null ? "" : `: ${value}`}`;
}
