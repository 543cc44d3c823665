import { describe, expect, test } from "vitest";

import { importsOf, sourceFiles } from "./source-files.ts";

const files = sourceFiles();

/** Who may not import whom, as the house rules say; lint repeats it file by file, this sees the whole. */
const walls: { from: RegExp; never: RegExp; because: string }[] = [
  {
    from: /^shared\//,
    never: /^(node:|react|drizzle|@trpc|express|#server|#client|#tests)/,
    because: "shared is pure",
  },
  {
    from: /^client\//,
    never: /^(node:|express|drizzle|better-sqlite3|pg$|#tests|#server\/(?!api\/router\.ts))/,
    because: "the client sees only the router's type",
  },
  {
    from: /^client\/(ui|lib)\//,
    never: /^(#client\/(features|app)|@trpc|#shared\/features)/,
    because: "parts that could ship in another product",
  },
  {
    from: /^server\/db\//,
    never: /^#server\/(features|api|http|exports|imports|jobs|mail)/,
    because: "the database layer knows no feature",
  },
  {
    from: /^server\/features\/.*-router\.ts$/,
    never: /^(drizzle-orm|express|#server\/db\/schema)/,
    because: "a router checks the shape and calls one function",
  },
  {
    from: /^server\/features\/.*-(service|queries)\.ts$/,
    never: /^(@trpc|express|better-sqlite3|pg$|#server\/settings\.ts|#server\/api)/,
    because: "services know database and shared only",
  },
  { from: /^server\/(exports|imports)\//, never: /^(express|@trpc)/, because: "exports and imports know no transport" },
  { from: /^(server|client|shared)\//, never: /^#tests/, because: "the program does not know its tests" },
];

describe("imports", () => {
  test.each(walls)("$from never imports $never: $because", ({ from, never }) => {
    const breaches = files
      .filter((file) => from.test(file.path))
      .flatMap((file) =>
        importsOf(file.text)
          .filter((name) => never.test(name))
          .map((name) => `${file.path} → ${name}`),
      );
    expect(breaches).toEqual([]);
  });

  test("features do not form a circle", () => {
    for (const side of ["server", "client", "shared"]) expect(featureCycle(side)).toEqual([]);
  });

  test("only settings and the dialect read the environment", () => {
    const readers = files.filter(
      (file) => /^(server|shared|client)\//.test(file.path) && /\bprocess\.env\b/.test(file.text),
    );
    const allowed = new Set([
      "server/db/dialect.ts",
      "server/db/drizzle.config.ts",
      "server/main.ts",
      "server/cli.ts",
      "server/settings.ts",
      // Tells the drawing library of its own process where the fonts are.
      "server/exports/gantt/gantt-files.ts",
    ]);
    expect(readers.map((file) => file.path).filter((path) => !allowed.has(path))).toEqual([]);
  });

  test("only the database layer names a database driver", () => {
    const namers = files.filter((file) => file.path.startsWith("server/") && !file.path.startsWith("server/db/"));
    const breaches = namers.filter((file) =>
      importsOf(file.text).some((name) =>
        /^(better-sqlite3|pg)$|^drizzle-orm\/(better-sqlite3|node-postgres|pg-core|sqlite-core)/.test(name),
      ),
    );
    expect(breaches.map((file) => file.path)).toEqual([]);
  });
});

/** A list of features that import one another in a circle through files of `side`, empty when there is none. */
function featureCycle(side: string): string[] {
  const edges = new Map<string, Set<string>>();
  for (const file of files) {
    const from = new RegExp(`^${side}/features/([^/]+)/`).exec(file.path)?.[1];
    if (!from) continue;
    for (const name of importsOf(file.text)) {
      // Closed lists of words hang on nothing and may be named from anywhere.
      if (name.endsWith("-words.ts")) continue;
      const to = new RegExp(`^#${side}/features/([^/]+)/`).exec(name)?.[1] ?? /^\.\.\/([a-z-]+)\//.exec(name)?.[1];
      if (to && to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  }
  const visit = (feature: string, path: string[]): string[] => {
    if (path.includes(feature)) return [...path.slice(path.indexOf(feature)), feature];
    for (const next of edges.get(feature) ?? []) {
      const found = visit(next, [...path, feature]);
      if (found.length > 0) return found;
    }
    return [];
  };
  for (const feature of edges.keys()) {
    const found = visit(feature, []);
    if (found.length > 0) return found;
  }
  return [];
}
