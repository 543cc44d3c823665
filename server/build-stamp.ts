import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folders = ["client", "server", "shared"];
const files = ["package.json", "package-lock.json", "vite.config.ts"];

/** A hash over everything a build is made of: sources, lock file, build settings. */
export function hashSources(root: string): string {
  const hash = createHash("sha256");
  const names = [...files, ...folders.flatMap((folder) => sourcesIn(root, folder))].filter(
    (name) => !name.endsWith(".md"),
  );
  for (const name of names.toSorted()) {
    hash
      .update(`${name}\0`)
      .update(readFileSync(path.join(root, name)))
      .update("\0");
  }
  return hash.digest("hex");
}

function sourcesIn(root: string, folder: string): string[] {
  const entries = readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

/** Where the hash of the sources of the last complete build is kept. */
export function stampFile(root: string): string {
  return path.join(root, "dist", ".stamp");
}

/**
 * Whether `dist/` was built from the sources as they are now. A delivery without sources (a container image) has
 * nothing to compare with, so what it brings is taken.
 */
export function isBuilt(root: string): boolean {
  const stamp = stampFile(root);
  if (!existsSync(stamp)) return false;
  if (!existsSync(path.join(root, "client", "index.html"))) return true;
  return readFileSync(stamp, "utf8") === hashSources(root);
}
