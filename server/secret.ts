import { randomBytes } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";

import { StartupError } from "#server/db/errors.ts";

const minimumLength = 32;

/**
 * The secret that signs session cookies: the setting when given, else `<data directory>/secret`, made at first start
 * and readable by its owner alone. Throws StartupError 78 when the file holds something too short to be safe.
 */
export function loadSecret(given: string | null, dataDirectory: string): string {
  if (given !== null) return given;
  const file = path.join(dataDirectory, "secret");
  if (!existsSync(file)) makeSecret(file);
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < minimumLength) {
    throw new StartupError(
      78,
      `${file} must hold at least ${minimumLength} characters. Restore it from a backup, or remove it to make a new one (everybody signs in again).`,
    );
  }
  if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  return secret;
}

/** Of two processes that start at once on one data directory the second takes the first one's. */
function makeSecret(file: string): void {
  const draft = `${file}.${process.pid}`;
  const handle = openSync(draft, "wx", 0o600);
  try {
    writeSync(handle, `${randomBytes(48).toString("base64url")}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    // A file system without hard links takes the plain way.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
