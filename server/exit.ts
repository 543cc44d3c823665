import { inspect } from "node:util";

import { StartupError } from "#server/db/errors.ts";
import { SettingsError } from "#server/settings.ts";
import { Fault } from "#shared/fault.ts";

const unusableCodes = new Set(["EACCES", "EROFS", "ENOTDIR", "EPERM"]);

/** What a command ends with when it found trouble that its output describes. */
export class Trouble extends Error {}

/** Says in plain words why a command cannot go on, and ends the process with the code of the reason. */
export function explainAndExit(error: unknown): never {
  const [text, exitCode] = explanationOf(error);
  process.stderr.write(`${typeof text === "string" ? text : inspect(text)}\n`);
  process.exit(exitCode);
}

function explanationOf(error: unknown): [text: unknown, exitCode: number] {
  if (error instanceof StartupError) return [error.message, error.exitCode];
  if (error instanceof SettingsError) return [error.message, 78];
  if (error instanceof Trouble || error instanceof Fault) return [error.message, 1];
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (unusableCodes.has(code)) return [`The data directory cannot be used: ${(error as Error).message}`, 78];
  if (code === "ENOSPC") return [`The disk is full: ${(error as Error).message}`, 75];
  // An unexpected error is a defect: here the stack helps, nobody else reads it.
  return [error, 70];
}
