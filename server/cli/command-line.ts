import { Command, CommanderError } from "commander";

import { explainAndExit } from "#server/exit.ts";

import { auditCommand } from "./audit-command.ts";
import { backupCommand } from "./backup-command.ts";
import { doctorCommand } from "./doctor-command.ts";
import { exportCommand } from "./export-command.ts";
import { importCommand } from "./import-command.ts";
import { migrateCommand } from "./migrate-command.ts";
import { restoreCommand } from "./restore-command.ts";
import { seedCommand } from "./seed-command.ts";
import { serveCommand } from "./serve-command.ts";
import { userCommand } from "./user-command.ts";

const examples = `
Examples:
  $ npm run consortia -- serve                          start the server (npm start builds first)
  $ npm run consortia -- backup                         safe copy of everything, also while the server runs
  $ npm run consortia -- restore data/backups/<name> --replace
  $ npm run consortia -- doctor                         look for trouble; changes nothing
  $ npm run consortia -- audit verify                   is the history as it was written?
  $ npm run consortia -- seed                           load the illustrative project EKOLEND
  $ npm run consortia -- export EKOLEND --audience partners --lang ru --out summary.pdf
  $ npm run consortia -- import projects.xlsx participants.xlsx --dry-run
  $ npm run consortia -- user password anna@example.org print a link to choose a new password

Settings come from the environment (PORT, HOST, BASE_URL, DATA_DIR, DATABASE_URL, SMTP_URL, …).

Exit codes:
  0 done   1 trouble was found   64 wrong use   65 damaged data   70 defect   75 in use, try later   78 settings or versions`;

const usageError = 64;

/** Runs one command and ends the process with its exit code. */
export async function runCommandLine(words: string[]): Promise<void> {
  const program = new Command("consortia")
    .description("Consortia on the command line: run it, look after its data, exchange projects.")
    .addHelpText("after", examples)
    .showSuggestionAfterError();
  const commands = [
    serveCommand,
    migrateCommand,
    seedCommand,
    backupCommand,
    restoreCommand,
    doctorCommand,
    auditCommand,
    userCommand,
    exportCommand,
    importCommand,
  ];
  for (const make of commands) program.addCommand(make());
  for (const each of [program, ...allBelow(program)])
    each.exitOverride().showHelpAfterError("\nMore: npm run consortia -- --help");
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : usageError;
    else explainAndExit(error);
  }
}

function allBelow(command: Command): Command[] {
  return command.commands.flatMap((each) => [each, ...allBelow(each)]);
}
