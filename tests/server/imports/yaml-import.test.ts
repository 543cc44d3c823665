import { expect, test } from "vitest";

import { readYaml } from "#server/imports/formats/yaml-import.ts";
import { parseFiles } from "#server/imports/parse-files.ts";
import { textFile } from "#tests/support/import-samples.ts";

const codeOf = (text: string) => {
  try {
    readYaml(text);
    return null;
  } catch (error) {
    return (error as { appCode?: string }).appCode;
  }
};

test("values are texts with the line they stand in", () => {
  const top = readYaml("site:\n  PS: {number: '1'}\nwp:\n  one:\n    end: 0\n    title: yes\n");
  expect(top.map("site")?.map("PS")?.text("number")).toBe("1");
  const one = top.map("wp")?.map("one");
  expect([one?.text("end"), one?.text("title"), one?.rowOf("title"), one?.text("none")]).toEqual(["0", "yes", 6, null]);
});

test("aliases, also as keys and merges, and deep nesting are refused", () => {
  const bomb = ["a: &a [x, x]", ...Array.from({ length: 9 }, (_, at) => `l${at}: [*a, *a]`)].join("\n");
  expect(codeOf(bomb)).toBe("ALIASES_REFUSED");
  expect(codeOf("a: &a {b: c}\nd: {<<: *a}")).toBe("ALIASES_REFUSED");
  expect(codeOf(`a: ${"[".repeat(5_000)}${"]".repeat(5_000)}`)).toBe("FILE_DAMAGED");
  expect(codeOf("a: 1\na: 2")).toBe("FILE_DAMAGED");
  expect(codeOf("a: [1")).toBe("FILE_DAMAGED");
  expect(codeOf("- a list")).toBe("FILE_DAMAGED");
});

test("a plan that is damaged is told with its line and imports nothing", async () => {
  const parsed = await parseFiles([textFile("plan.yaml", "site:\n  PS: {number: '1'}\nwp:\n  one: {label: [\n")]);
  expect(parsed.problems).toMatchObject([{ file: "plan.yaml", severity: "error", appCode: "FILE_DAMAGED" }]);
  expect(parsed.plans).toEqual([]);
  const hostile =
    "site:\n  __proto__: {number: '1'}\nwp:\n  constructor: {number: '1', label: WP1}\nprop: {gen: {proposalnumber: 1, acronym: X}}";
  const kept = await parseFiles([textFile("plan.yaml", hostile)]);
  expect(kept.plans[0]?.streams).toMatchObject([{ code: "WP1", number: 1 }]);
  expect(({} as Record<string, unknown>)["number"]).toBeUndefined();
});
