import { Fault } from "#shared/fault.ts";

import { uniqueColumns } from "./constraints.ts";

/** The start is refused; `exitCode` is what the process ends with (sysexits: 65 data, 75 try later, 78 configuration). */
export class StartupError extends Error {
  override readonly name = "StartupError";
  readonly exitCode: 65 | 75 | 78;

  constructor(exitCode: 65 | 75 | 78, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

export type DriverError = Error & { code: string; constraint?: string };

/** The driver's own error inside what the query builder wrapped around it, or null. */
export function driverError(error: unknown): DriverError | null {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth += 1) {
    const code = (each as { code?: unknown }).code;
    if (typeof code === "string" && !(each instanceof Fault)) return each as DriverError;
  }
  return null;
}

/**
 * Whether a unique rule was broken: any, the one of that index, or the one on exactly these columns (SQL names, in
 * the index's order). The transaction it happened in is lost on both databases: turn it into a Fault and let it end.
 */
export function isUniqueViolation(error: unknown, rule?: string | readonly string[]): boolean {
  const found = driverError(error);
  if (!found) return false;
  const broken = found.code === "23505" ? uniqueColumns(found.constraint ?? "") : columnsInMessage(found);
  if (!broken) return false;
  if (rule === undefined) return true;
  if (typeof rule !== "string") return broken.columns.join() === rule.join();
  const wanted = uniqueColumns(rule);
  return wanted !== null && wanted.table === broken.table && wanted.columns.join() === broken.columns.join();
}

const sqliteUniqueCodes = new Set(["SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"]);

// "UNIQUE constraint failed: participants.project_id, participants.number"
function columnsInMessage(error: DriverError): { table: string; columns: string[] } | null {
  if (!sqliteUniqueCodes.has(error.code)) return null;
  const names = error.message.slice(error.message.indexOf(": ") + 2).split(", ");
  return { table: names[0]?.split(".")[0] ?? "", columns: names.map((name) => name.slice(name.indexOf(".") + 1)) };
}

const busyCodes = new Set(["40001", "40P01", "55P03"]);
const fullCodes = new Set(["SQLITE_FULL", "ENOSPC", "EDQUOT", "53100", "SQLITE_IOERR_SHMSIZE"]);
const lostCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08003",
  "08001",
]);
const lostTexts = [
  "Connection terminated",
  "timeout exceeded when trying to connect",
  "Client has encountered a connection error",
];

export type Trouble = "busy" | "full" | "disk" | "lost";

/** What kind of trouble of the machine an error is: `busy` is worth another try, `disk` ends all writing. */
export function troubleOf(error: unknown): Trouble | null {
  const code = driverError(error)?.code ?? "";
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED") || busyCodes.has(code)) return "busy";
  if (fullCodes.has(code)) return "full";
  if (code.startsWith("SQLITE_IOERR") || code === "EIO" || code === "58030") return "disk";
  if (lostCodes.has(code) || messages(error).some((text) => lostTexts.some((lost) => text.includes(lost))))
    return "lost";
  return null;
}

function messages(error: unknown): string[] {
  return error instanceof Error ? [error.message, ...messages(error.cause)] : [];
}

const troubleFaults: Record<Trouble, [appCode: string, message: string]> = {
  busy: ["BUSY", "Many people are saving right now. Nothing was saved; please try again."],
  full: ["STORAGE_FULL", "The server's disk is full. Nothing was saved; your text is still in the form."],
  disk: ["STORAGE_FAULT", "The server's disk failed while saving. Nothing was saved; your text is still in the form."],
  lost: ["DB_UNAVAILABLE", "The database cannot be reached. Nothing was saved; please try again in a moment."],
};

/** The Fault (503) a person may read for trouble of the machine, or null when the error is something else. */
export function storageFault(error: unknown): Fault | null {
  const trouble = troubleOf(error);
  if (!trouble) return null;
  const [appCode, message] = troubleFaults[trouble];
  return new Fault("SERVICE_UNAVAILABLE", appCode, { message, cause: error });
}
