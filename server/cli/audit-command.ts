import { existsSync, statSync } from "node:fs";
import path from "node:path";

import { Command, InvalidArgumentError } from "commander";

import type { KnownHead } from "#server/audit/history-verification.ts";

type Options = { backup?: string; head?: KnownHead; json?: boolean };

export function auditCommand(): Command {
  const audit = new Command("audit").description("look whether the history can be trusted");
  audit.addHelpText(
    "after",
    "\nExamples:\n  $ npm run consortia -- audit verify\n  $ npm run consortia -- audit verify --backup data/backups/<name>",
  );
  audit
    .command("verify")
    .description("walk the chain of hashes over every change and name the first one that was altered, removed or added")
    .option("--backup <folder>", "a backup, or its manifest.json: the history must still hold the head kept there")
    .option("--head <number:hash>", 'a head from elsewhere, e.g. from the line "history head" of the log', parseHead)
    .option("--json", "print the verdict as JSON")
    .addHelpText(
      "after",
      "\nEnds with 0 when every change is as it was written, with 1 otherwise. Changes nothing; the server may run on.\nRows cut off the end can only be told by a head kept elsewhere.\n\nExamples:\n  $ npm run consortia -- audit verify\n  $ npm run --silent consortia -- audit verify --backup data/backups/<name> --json",
    )
    .action(verify);
  return audit;
}

async function verify({ backup, head, json = false }: Options): Promise<void> {
  const { withParts } = await import("./command-settings.ts");
  const { compareWithHead, walkHistory } = await import("#server/audit/history-verification.ts");
  const known = [head, backup === undefined ? undefined : await headOfBackup(backup)];
  const verdict = await withParts({ readonly: true }, ({ db }) =>
    db.snapshot(async (view) => {
      let found = await walkHistory(view);
      for (const each of known) if (each) found = await compareWithHead(view, found, each);
      return found;
    }),
  );
  const { count, flaw } = verdict;
  if (json) console.log(JSON.stringify({ ok: flaw === null, ...verdict }));
  else if (flaw === null) console.log(`ok: ${count} changes, head ${verdict.head === "" ? "none yet" : verdict.head}`);
  else console.log(`BAD: change ${flaw.seq} (${flaw.kind}): ${flaw.text}. The ${count} changes before it are sound.`);
  if (flaw !== null) process.exitCode = 1;
}

async function headOfBackup(place: string): Promise<KnownHead> {
  const { readManifest } = await import("#server/backup/backup-manifest.ts");
  const folder = existsSync(place) && statSync(place).isFile() ? path.dirname(place) : place;
  return readManifest(path.resolve(folder)).audit;
}

function parseHead(typed: string): KnownHead {
  const [, seq, head] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(typed) ?? [];
  if (seq === undefined || head === undefined)
    throw new InvalidArgumentError("Give number:hash, e.g. 120:9f86d081884c7d65….");
  return { seq: Number(seq), head };
}
