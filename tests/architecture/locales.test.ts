import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { languages } from "#shared/languages.ts";

import { sourceFiles } from "./source-files.ts";

type Texts = Map<string, string>;
const pluralEnding = /_(zero|one|two|few|many|other)$/;

/** Texts of a catalogue file by dotted key. */
function flatten(node: unknown, prefix = ""): [string, string][] {
  if (typeof node === "string") return [[prefix, node]];
  return Object.entries(node as Record<string, unknown>).flatMap(([key, inner]) =>
    flatten(inner, prefix === "" ? key : `${prefix}.${key}`),
  );
}

/** All texts of a language as `feature:key`. */
function readCatalogue(language: string): Texts {
  const folder = `client/locales/${language}`;
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return new Map(
    files.flatMap((file) => {
      const parsed: unknown = JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
      return flatten(parsed).map(([key, text]): [string, string] => [`${file.replace(".json", "")}:${key}`, text]);
    }),
  );
}

const catalogues = new Map(languages.map((language) => [language, readCatalogue(language)]));
const english = catalogues.get("en") ?? new Map<string, string>();
const baseOf = (key: string) => key.replace(pluralEnding, "");
const known = new Set([...english.keys()].flatMap((key) => [key, baseOf(key)]));
const sources = sourceFiles();
const pages = sources.filter((file) => file.path.startsWith("client/"));

/** Names between double braces, sorted. */
function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? ""))].toSorted();
}

/** Values of every text, all its plural forms taken together. */
function valuesOf(texts: Texts): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, text] of texts) {
    const names = [...(found.get(baseOf(key)) ?? []), ...placeholders(text)];
    found.set(baseOf(key), [...new Set(names)].toSorted());
  }
  return found;
}

describe.each(languages)("texts in %s", (language) => {
  const texts = catalogues.get(language) ?? new Map<string, string>();

  test("there is a text for every English one and no other", () => {
    const own = new Set([...texts.keys()].map(baseOf));
    const wanted = new Set([...english.keys()].map(baseOf));
    expect({
      missing: [...wanted].filter((key) => !own.has(key)),
      surplus: [...own].filter((key) => !wanted.has(key)),
    }).toEqual({ missing: [], surplus: [] });
  });

  test("counted texts have every plural form of the language", () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = new Set([...english.keys()].filter((key) => pluralEnding.test(key)).map(baseOf));
    const lacking = [...counted].flatMap((key) =>
      forms.filter((form) => !texts.has(`${key}_${form}`)).map((form) => `${key}_${form}`),
    );
    expect(lacking).toEqual([]);
  });

  test("no text is empty", () => {
    expect([...texts].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
  });

  test("the same values stand in every language's text", () => {
    const own = valuesOf(texts);
    const wrong = [...valuesOf(english)].filter(
      ([key, names]) => own.has(key) && names.join() !== own.get(key)?.join(),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

describe("keys in the pages", () => {
  const features = [...new Set([...english.keys()].map((key) => key.slice(0, key.indexOf(":"))))];
  const named = new RegExp(`["\`]((?:${features.join("|")}):[\\w.-]*)(\\$)?`, "g");

  test("there are keys to look at", () => {
    expect(pages.flatMap((file) => [...file.text.matchAll(named)]).length).toBeGreaterThan(50);
  });

  test("every key with a feature has a text; of a composed one at least one ending", () => {
    const missing = pages.flatMap((file) =>
      [...file.text.matchAll(named)]
        .filter(([, key = "", composed]) =>
          composed === undefined ? !known.has(key) : ![...known].some((one) => one.startsWith(key)),
        )
        .map(([, key]) => `${file.path}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  test("every feature named by useTranslation or before a colon is a catalogue, and its short keys have texts", () => {
    const missing = pages.flatMap((file) => {
      const feature = /useTranslation\("([\w-]+)"\)/.exec(file.text)?.[1] ?? "common";
      const short = [...file.text.matchAll(/\bt\(\s*"([\w.-]+)"/g)].map((match) => `${feature}:${match[1]}`);
      const foreign = [...file.text.matchAll(/\bt\(\s*["`]([\w-]+):/g)]
        .map((match) => match[1] ?? "")
        .filter((name) => !features.includes(name));
      return [...short.filter((key) => !known.has(key)), ...foreign].map((key) => `${file.path}: ${key}`);
    });
    expect(missing).toEqual([]);
  });

  test("no attribute that people read or hear is written in one language", () => {
    const spoken = /\s(?:aria-label|title|label|placeholder|description|alt)="([^"]*\p{L}{2}[^"]*)"/gu;
    const fixed = pages.flatMap((file) => [...file.text.matchAll(spoken)].map((match) => `${file.path}: ${match[1]}`));
    expect(fixed).toEqual([]);
  });

  test("no text between tags is written in one language", () => {
    const between = /^\s*(?:<[A-Za-z][^<>]*>)?(\p{Lu}\p{Ll}+(?: [\p{L},.'’-]+)*)[.!?]?(?:<\/[A-Za-z]+>)?$/gmu;
    const fixed = pages
      .filter((file) => file.path.endsWith(".tsx"))
      .flatMap((file) => [...file.text.matchAll(between)].map((match) => `${file.path}: ${match[1]}`));
    expect(fixed).toEqual([]);
  });
});

test("every refusal of the server has a sentence", () => {
  const patterns = [
    /new Fault\(\s*"[A-Z_]+",\s*"([A-Z_]+)"/g,
    /\bforbidden\("([A-Z_]+)"\)/g,
    /\binvalid\([^;]*?,\s*"([A-Z_]+)"/g,
    /\bappCode: "([A-Z_]+)"/g,
    /\bmessage: "([A-Z][A-Z_]+)"/g,
  ];
  const codes = sources
    .filter((file) => /^(server|shared)\//.test(file.path))
    .flatMap((file) => patterns.flatMap((pattern) => [...file.text.matchAll(pattern)].map((match) => match[1] ?? "")));
  expect(codes.length).toBeGreaterThan(20);
  expect([...new Set(codes)].filter((code) => !english.has(`faults:${code}`)).toSorted()).toEqual([]);
});
