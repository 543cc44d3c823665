import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

import { build } from "vite";

// Measures the script a browser loads before the first page stands: the entry with all it imports, one catalogue, and
// the page itself. Fails when that is more than 200 KB compressed with brotli.

type Chunk = { file: string; imports?: string[] };
type Manifest = Record<string, Chunk>;

const limit = 200_000;
const root = path.join(import.meta.dirname, "..", "..");
const folder = path.join(root, ".cache", "first-load");
const firstPages = ["features/accounts/sign-in-page.tsx", "features/home/home-page.tsx"];
const catalogues = ["app/catalogue-en.ts", "app/catalogue-fi.ts", "app/catalogue-ru.ts"];

/** The script files a chunk needs before it can run, itself included. */
function filesOf(manifest: Manifest, name: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (!chunk) throw new Error(`${name} is not in the manifest of the build`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const imported of chunk.imports ?? []) filesOf(manifest, imported, found);
  return found;
}

await build({
  configFile: path.join(root, "vite.config.ts"),
  logLevel: "error",
  build: { outDir: folder, emptyOutDir: true },
});
const manifest = JSON.parse(readFileSync(path.join(folder, ".vite", "manifest.json"), "utf8")) as Manifest;

const sizes = new Map<string, number>();
function sizeOf(file: string): number {
  const size = sizes.get(file) ?? brotliCompressSync(readFileSync(path.join(folder, file))).length;
  sizes.set(file, size);
  return size;
}

let largest = 0;
for (const page of firstPages) {
  for (const catalogue of catalogues) {
    const files = new Set(["index.html", page, catalogue].flatMap((name) => [...filesOf(manifest, name)]));
    const total = [...files].reduce((sum, file) => sum + sizeOf(file), 0);
    largest = Math.max(largest, total);
    console.log(
      `${page} with ${path.basename(catalogue, ".ts")}: ${(total / 1000).toFixed(1)} KB in ${files.size} files`,
    );
  }
}

if (largest > limit) {
  const heaviest = [...sizes].toSorted(([, left], [, right]) => right - left).slice(0, 8);
  console.error(
    `The first load is ${(largest / 1000).toFixed(1)} KB, more than ${limit / 1000} KB. The heaviest files:`,
  );
  for (const [file, size] of heaviest) console.error(`  ${(size / 1000).toFixed(1)} KB  ${file}`);
  process.exitCode = 1;
}
