import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

import { build } from "vite";

import { hashSources, stampFile } from "./build-stamp.ts";

const root = path.join(import.meta.dirname, "..");

// Native code, and packages that find files beside their own.
const leftOut = ["better-sqlite3", "pg", "pino", "@myriaddreamin/typst-ts-node-compiler", "sharp"];

await buildAll();

/** Builds the client and the server into dist/; the stamp comes last, so a build that was cut off counts as none. */
async function buildAll(): Promise<void> {
  const hash = hashSources(root);
  rmSync(stampFile(root), { force: true });
  await build({ root: path.join(root, "client"), configFile: path.join(root, "vite.config.ts"), logLevel: "warn" });
  await compressAssets(path.join(root, "dist", "client"));
  await buildServer();
  mkdirSync(path.join(root, "dist"), { recursive: true });
  writeFileSync(stampFile(root), hash);
}

/** One bundle for each file that a process starts from; what they share lies in chunks. */
async function buildServer(): Promise<void> {
  const entries = ["server/main.ts", "server/cli.ts", ...globSync("server/**/*-child.ts", { cwd: root })];
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    ssr: { noExternal: true, external: leftOut },
    build: {
      ssr: true,
      target: "node24",
      outDir: path.join(root, "dist", "server"),
      emptyOutDir: true,
      sourcemap: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((entry) => [path.basename(entry, ".ts"), path.join(root, entry)])),
        output: { entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  });
}

/** Compressed copies beside the files that gain from it, so that no request has to wait for it. */
async function compressAssets(folder: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.(js|css|html|svg|json)$/.test(name) && !name.startsWith("."),
  );
  await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      const bytes = readFileSync(file);
      if (bytes.length < 1024) return;
      const brotli = await promisify(brotliCompress)(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
      });
      writeFileSync(`${file}.br`, brotli);
      writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }),
  );
}
