import { Command } from "commander";

const marks = { ok: "ok  ", warning: "note", bad: "BAD " };

export function doctorCommand(): Command {
  return new Command("doctor")
    .description("look for trouble in the data, files, settings and versions; changes nothing")
    .option("--json", "print the findings as JSON")
    .addHelpText(
      "after",
      "\nEnds with 0 when all is sound, with 1 otherwise. The server may run on.\n\nExamples:\n  $ npm run consortia -- doctor\n  $ npm run --silent consortia -- doctor --json",
    )
    .action(async ({ json = false }: { json?: boolean }) => {
      const { examine } = await import("#server/doctor/doctor.ts");
      const { ownSettings } = await import("#server/settings.ts");
      const report = await examine(ownSettings(), Date.now());
      if (json) console.log(JSON.stringify(report));
      else {
        for (const { state, name, text } of report.findings) console.log(`${marks[state]}  ${name}: ${text}`);
        console.log(report.sound ? "All is sound." : "There is trouble; see the lines marked BAD.");
      }
      if (!report.sound) process.exitCode = 1;
    });
}
