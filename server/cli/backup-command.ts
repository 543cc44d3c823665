import path from "node:path";

import { Command } from "commander";

import { ownSettings } from "#server/settings.ts";

type Options = { to?: string; json?: boolean };

export function backupCommand(): Command {
  return new Command("backup")
    .description("write a verified copy of the database and all files; the server may run on")
    .option("--to <folder>", "the folder to make (default: <data directory>/backups/<time>)")
    .option("--json", "print the report as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  $ npm run consortia -- backup\n  $ npm run consortia -- backup --to /mnt/backup/consortia-monday\n\nNightly, by cron:\n  15 2 * * *  cd /srv/consortia && npm run --silent consortia -- backup",
    )
    .action(async ({ to, json = false }: Options) => {
      const { writeBackup } = await import("#server/backup/backup.ts");
      const { demandEmbedded, programVersion, readableBytes } = await import("./command-settings.ts");
      const settings = ownSettings();
      demandEmbedded(settings, "pg_dump");
      const startedAt = Date.now();
      const name = new Date(startedAt).toISOString().replaceAll(/[:.]/g, "-");
      const target = path.resolve(to ?? path.join(settings.dataDirectory, "backups", name));
      const report = await writeBackup({
        dataDirectory: settings.dataDirectory,
        target,
        now: startedAt,
        program: programVersion(),
      });
      const seconds = (Date.now() - startedAt) / 1000;
      if (json) return console.log(JSON.stringify({ ...report, seconds }));
      console.log(`Backup: ${report.target}`);
      console.log(
        `${readableBytes(report.bytes)}, ${report.files} files, ${report.changes} changes of history, read again and verified, ${seconds.toFixed(1)} s.`,
      );
      for (const owner of report.missing)
        console.warn(`Warning: the file of ${owner} is gone from the disk and so is not in the backup.`);
    });
}
