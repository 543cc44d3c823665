import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export type SourceFile = { path: string; text: string; lines: number };

/** Every TypeScript file of the repository that git tracks or would track, with its text. */
export function sourceFiles(): SourceFile[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.ts", "*.tsx"], { encoding: "utf8" });
  return listed
    .split("\n")
    .filter((path) => path !== "")
    .flatMap((path) => {
      try {
        const text = readFileSync(path, "utf8");
        return [{ path, text, lines: text.split("\n").length - 1 }];
      } catch {
        // Listed by git but removed from the work tree: nothing to check.
        return [];
      }
    });
}

/** Module names a file imports or re-exports from, in order. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom\s+"([^"]+)"|\bimport\("([^"]+)"\)/gms)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
}
