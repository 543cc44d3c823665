import { existsSync } from "node:fs";
import path from "node:path";

/** The folder the program lies in: the one with package.json, from the sources as from the bundle. */
export const programFolder = findProgramFolder(import.meta.dirname);

/** Whether the sources run as they are; the bundle lies in dist/. */
export const runsFromSource = import.meta.filename.endsWith(".ts");

/** The built client. */
export function clientFolder(): string {
  return path.join(programFolder, "dist", "client");
}

/**
 * The file to start a child process from: `server/imports/parse-child.ts` for "server/imports/parse-child" when the
 * sources run, its bundle `dist/server/parse-child.js` otherwise. The build makes a bundle of every `*-child.ts`.
 */
export function childEntry(source: `server/${string}-child`): string {
  return runsFromSource
    ? path.join(programFolder, `${source}.ts`)
    : path.join(programFolder, "dist", "server", `${path.basename(source)}.js`);
}

function findProgramFolder(from: string): string {
  if (existsSync(path.join(from, "package.json"))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error("The program does not lie in its folder: package.json is missing");
  return findProgramFolder(parent);
}
