import { writeFileSync } from "node:fs";

import { Command, Option } from "commander";

import { audiences, exportFormats, languages } from "#shared/features/exports/export-words.ts";
import type { Audience, ExportFormat, Language } from "#shared/features/exports/export-words.ts";

type Options = { format: ExportFormat; audience: Audience; lang: Language; out?: string };

const dataError = 65;

export function exportCommand(): Command {
  return new Command("export")
    .description("write the summary of a project to a file; the server may run on")
    .argument("<project>", "acronym or identifier of the project")
    .addOption(new Option("--format <format>", "kind of file").choices([...exportFormats]).default("pdf"))
    .addOption(new Option("--audience <audience>", "who it is for").choices([...audiences]).default("partners"))
    .addOption(new Option("--lang <language>", "language of its own words").choices([...languages]).default("en"))
    .option("--out <file>", "where to write it (default: the usual name, in this folder; - for standard output)")
    .addHelpText(
      "after",
      "\nAudiences:\n  internal  everything the coordinator may see\n  partners  what the members share with each other\n  public    published facts and totals only\n\nExamples:\n  $ npm run consortia -- export EKOLEND --format pdf --audience partners --lang ru --out summary.pdf\n  $ npm run consortia -- export EKOLEND --format json --audience internal --out ekolend.json\n\nEnds with 65 when there is no such project, or more than one.",
    )
    .action(writeExport);
}

async function writeExport(project: string, { format, audience, lang, out }: Options): Promise<void> {
  const { withParts } = await import("./command-settings.ts");
  const { collectForSystem, projectsNamed } = await import("#server/exports/system-export.ts");
  const { exportFileName } = await import("#server/exports/file-name.ts");
  const { renderInChild } = await import("#server/exports/render-run.ts");
  await withParts({ readonly: true }, async ({ db, clock }) => {
    const found = await projectsNamed(db.read, project);
    const [only] = found;
    if (!only || found.length > 1) return explainChoice(project, found);
    const { summary, file } = await db.snapshot((snapshot) =>
      collectForSystem(snapshot, { projectId: only.id, audience, language: lang, now: clock() }),
    );
    const bytes = await renderInChild({ format, summary, file });
    const target = out ?? exportFileName(format, summary);
    if (target === "-") return void process.stdout.write(bytes);
    writeFileSync(target, bytes);
    console.log(`${target}: ${only.acronym}, ${audience}, ${bytes.length} bytes`);
  });
}

function explainChoice(project: string, found: { id: string; acronym: string; title: string }[]): void {
  process.exitCode = dataError;
  if (found.length === 0) return console.error(`There is no project with the acronym or identifier ${project}.`);
  console.error(`There are ${found.length} projects called ${project}. Name one of them by its identifier:`);
  for (const { id, acronym, title } of found) console.error(`  ${id}  ${acronym}  ${title}`);
}
