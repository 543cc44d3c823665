import path from "node:path";

import { Command } from "commander";

import { ownSettings } from "#server/settings.ts";

type Options = { replace?: boolean; json?: boolean };

export function restoreCommand(): Command {
  return new Command("restore")
    .argument("<backup>", "folder that `backup` made")
    .description("bring back a backup; everything is checked before anything is touched")
    .option("--replace", "move the present data aside (it is not deleted) instead of refusing")
    .option("--json", "print the report as JSON")
    .addHelpText(
      "after",
      "\nStop the server first. Everybody has to sign in again afterwards; open links of mails end.\n\nExamples:\n  $ npm run consortia -- restore /mnt/backup/consortia-monday\n  $ npm run consortia -- restore data/backups/2026-11-23T02-15-00-000Z --replace",
    )
    .action(async (backup: string, { replace = false, json = false }: Options) => {
      const { restoreBackup } = await import("#server/backup/restore.ts");
      const { demandEmbedded } = await import("./command-settings.ts");
      const settings = ownSettings();
      demandEmbedded(settings, "pg_restore");
      const report = await restoreBackup({
        source: path.resolve(backup),
        dataDirectory: settings.dataDirectory,
        replace,
        now: Date.now(),
      });
      const { manifest, movedTo, ended } = report;
      if (json)
        return console.log(JSON.stringify({ movedTo, ended, createdAt: manifest.createdAt, counts: manifest.counts }));
      console.log(
        `Restored the state of ${manifest.createdAt}: ${manifest.audit.seq} changes of history, ${manifest.files.length} files.`,
      );
      console.log(`${ended} sessions and open links were ended; everybody signs in again.`);
      if (movedTo) console.log(`The data of before lies in ${movedTo}; remove it when you no longer need it.`);
    });
}
