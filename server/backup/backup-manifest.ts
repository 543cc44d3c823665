import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";

import { z } from "zod";

import { StartupError } from "#server/db/errors.ts";

export const manifestName = "manifest.json";
export const databaseName = "consortia.sqlite";
export const filesName = "files";

const entrySchema = z.object({
  path: z.string(),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const manifestSchema = z.object({
  format: z.literal("consortia-backup"),
  formatVersion: z.literal(1),
  /** Version of the program that wrote it. */
  program: z.string(),
  createdAt: z.iso.datetime(),
  schema: z.int(),
  counts: z.record(z.string(), z.int().nonnegative()),
  audit: z.object({ seq: z.int().nonnegative(), head: z.string() }),
  database: entrySchema,
  files: z.array(entrySchema),
});

/** What lies in a backup folder, so that a restore can tell whether all of it is there, unchanged. */
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestEntry = z.infer<typeof entrySchema>;

/** Size and SHA-256 of a file; `relative` is how the manifest names it. */
export async function describeFile(folder: string, relative: string): Promise<ManifestEntry> {
  const hash = createHash("sha256");
  let bytes = 0;
  await pipeline(createReadStream(path.join(folder, relative)), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      hash.update(chunk);
    }
  });
  return { path: relative.split(path.sep).join("/"), bytes, sha256: hash.digest("hex") };
}

/** Reads the manifest of a backup folder. Throws StartupError 65 when there is none or it cannot be read. */
export function readManifest(folder: string): Manifest {
  const file = path.join(folder, manifestName);
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new StartupError(
      65,
      `${file} cannot be read, so this is no complete backup (${(error as Error).message}). Nothing was changed.`,
    );
  }
  const manifest = manifestSchema.safeParse(parsed);
  if (!manifest.success) {
    const first = manifest.error.issues[0];
    throw new StartupError(
      65,
      `${file} is damaged or of another kind at "${first?.path.join(".") ?? ""}". Nothing was changed.`,
    );
  }
  return manifest.data;
}

/** Makes what was written to a file or folder survive a power cut. */
export async function syncPath(target: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(target, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
