import { readFileSync } from "node:fs";
import path from "node:path";

import { StartupError } from "#server/db/errors.ts";
import { type OpenedParts, openParts } from "#server/parts-opening.ts";
import { programFolder } from "#server/paths.ts";
import { ownSettings, type Settings } from "#server/settings.ts";

/** Refuses on PostgreSQL, whose own tools do this better; `tool` is the one to use. */
export function demandEmbedded(settings: Settings, tool: string): void {
  if (settings.databaseUrl === null) return;
  throw new StartupError(
    78,
    `This command is for the embedded database. With PostgreSQL use ${tool} for the database and copy ${path.join(settings.dataDirectory, "files")} beside it.`,
  );
}

/** Opens the parts for one command and closes them whatever happens. */
export async function withParts<T>(
  options: Parameters<typeof openParts>[1],
  work: (parts: OpenedParts) => Promise<T>,
): Promise<T> {
  const parts = await openParts(ownSettings(), options);
  try {
    return await work(parts);
  } finally {
    await parts.close();
  }
}

/** The version of this program, from its package.json. */
export function programVersion(): string {
  return String(
    (JSON.parse(readFileSync(path.join(programFolder, "package.json"), "utf8")) as { version: unknown }).version,
  );
}

/** Bytes as a person reads them: 12.3 MB. */
export function readableBytes(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return step === 0 ? `${bytes} bytes` : `${(bytes / 1000 ** step).toFixed(1)} ${units[step]}`;
}
