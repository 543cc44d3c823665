import { fileURLToPath } from "node:url";

import type { TestProjectConfiguration } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The test runs of the house; the last of them needs a browser, the one before it a PostgreSQL server. */
export const vitestProjects: TestProjectConfiguration[] = [
  {
    root,
    test: {
      name: "node",
      include: ["tests/{shared,server,architecture}/**/*.test.ts"],
      globalSetup: [`${root}tests/support/sqlite-setup.ts`],
      // Files of one worker share the loaded program, not a database: three times faster.
      isolate: false,
      // Whatever the environment says: these run on SQLite.
      env: { DATABASE_URL: "" },
      // Generous: a slow machine is no fault of the program.
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  },
  {
    root,
    test: {
      name: "postgres",
      include: [
        "tests/server/{db,features,concurrency}/**/*.test.ts",
        "tests/server/confidentiality/{hostile-inputs,totals}.test.ts",
        "tests/server/cli/audit-command.test.ts",
      ],
      globalSetup: [`${root}tests/support/postgres-setup.ts`],
      isolate: false,
      // The schema is chosen when its modules load; the address of each test's own database comes later.
      env: { DATABASE_URL: "postgres:" },
      // Generous: a slow machine is no fault of the program.
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  },
  {
    root,
    test: {
      name: "jsdom",
      environment: "jsdom",
      include: ["tests/client/**/*.test.{ts,tsx}"],
      // Generous: a slow machine is no fault of the program.
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  },
  {
    root,
    test: {
      name: "e2e",
      include: ["tests/e2e/**/*.test.ts"],
      testTimeout: 120_000,
      hookTimeout: 120_000,
      // Each file has a server and a browser of its own; they mostly wait for each other.
      maxWorkers: 2,
    },
  },
];
