import { Command } from "commander";

export function migrateCommand(): Command {
  return new Command("migrate")
    .description("bring the database up to this program's version; a backup is made first")
    .option("--check", "try it on a copy and change nothing")
    .option("--json", "print the report as JSON")
    .addHelpText("after", "\nExamples:\n  $ npm run consortia -- migrate --check\n  $ npm run consortia -- migrate")
    .action(async ({ check = false, json = false }: { check?: boolean; json?: boolean }) => {
      const { migrateDatabase } = await import("#server/db/migrate.ts");
      const { databaseChoice } = await import("#server/parts-opening.ts");
      const { ownSettings } = await import("#server/settings.ts");
      const settings = ownSettings();
      const report = await migrateDatabase({ ...databaseChoice(settings), clock: Date.now, check });
      if (json) return console.log(JSON.stringify({ check, ...report }));
      const verb = check ? "would be applied" : "applied";
      console.log(
        report.applied.length === 0
          ? "The database is up to date."
          : `${report.applied.length} ${verb}: ${report.applied.join(", ")}.`,
      );
      console.log(
        `Version ${report.version}.${check ? " Nothing was changed." : ""}${report.backup ? ` Backup: ${report.backup}` : ""}`,
      );
    });
}
