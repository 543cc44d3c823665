import path from "node:path";

import { describe, expect, test } from "vitest";

import { sourceFiles } from "./source-files.ts";

const files = sourceFiles();
const bannedWords = new Set([
  "handle",
  "handler",
  "process",
  "processor",
  "manager",
  "helper",
  "helpers",
  "util",
  "utils",
  "info",
]);
const serverSuffixes = ["-router", "-service", "-queries", "-export", "-import"];
const clientSuffixes = ["-page", "-form", "-row", "-list", "-dialog", "-card", "-panel", "-chart"];

/** Whether a file name ends, before its extension, in one of the suffixes. */
function has(file: string, suffixes: string[]): boolean {
  const name = path.basename(file, path.extname(file));
  return suffixes.some((suffix) => name.endsWith(suffix));
}

function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

describe("files", () => {
  test("there are files to look at", () => {
    expect(files.length).toBeGreaterThan(50);
  });

  test("no file is longer than 250 lines", () => {
    expect(files.filter((file) => file.lines > 250).map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });

  test("the program's files are small as a rule: p90 at most 180 lines", () => {
    const sizes = files.filter((file) => !file.path.startsWith("tests/")).map((file) => file.lines);
    expect(percentile(sizes, 0.9)).toBeLessThanOrEqual(180);
  });

  test("names are kebab-case and say what they hold", () => {
    const wrong = files.filter((file) => {
      const name = path.basename(file.path).replace(/(\.d|\.test|\.config|\.bench)?\.tsx?$/, "");
      const words = name.split("-");
      return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || words.some((word) => bannedWords.has(word));
    });
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  test("only the schema has a barrel", () => {
    const barrels = files.filter((file) => path.basename(file.path) === "index.ts").map((file) => file.path);
    expect(barrels).toEqual(["server/db/schema/index.ts"]);
  });

  test("suffixes of one side are not used on the other", () => {
    const onClient = files.filter(
      (file) => file.path.startsWith("client/") && has(file.path, ["-router", "-service", "-queries"]),
    );
    const onServer = files.filter(
      (file) => file.path.startsWith("server/") && has(file.path, ["-page", "-dialog", "-card", "-panel"]),
    );
    expect([...onClient, ...onServer].map((file) => file.path)).toEqual([]);
    expect(
      files.some((file) => has(file.path, serverSuffixes)) && files.some((file) => has(file.path, clientSuffixes)),
    ).toBe(true);
  });
});

describe("exports", () => {
  test("one component per file on the client", () => {
    const crowded = files
      .filter((file) => file.path.startsWith("client/") && file.path.endsWith(".tsx"))
      .map((file) => ({
        path: file.path,
        count: [
          ...file.text.matchAll(/^export (?:async )?function [A-Z]|^export const [A-Z]\w* = (?:memo|forwardRef|\()/gm),
        ].length,
      }))
      .filter((file) => file.count > 1);
    expect(crowded).toEqual([]);
  });

  test("every exported function of services, policies, rules and the database layer has a doc sentence", () => {
    const bare = files
      .filter((file) => /-(service|queries|policy|rules)\.ts$/.test(file.path) || file.path.startsWith("server/db/"))
      .flatMap((file) =>
        [...file.text.matchAll(/^(.*)\n(export (?:async )?function \w+)/gm)]
          .filter((match) => !/(\*\/|^\s*\/\/.*)$/.test(match[1] ?? ""))
          .map((match) => `${file.path}: ${match[2]}`),
      );
    expect(bare).toEqual([]);
  });
});
