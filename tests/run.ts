import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

import { isBuilt } from "#server/build-stamp.ts";

import { findChromium } from "./support/chromium.ts";

// `npm test`: gets what the tests need, runs one project after the other and ends with one line that counts them all.
// Words after `npm test --` are handed to vitest, e.g. a folder or `-t name`.

type Counts = { passed: number; failed: number; skipped: number };
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

const root = path.join(import.meta.dirname, "..");
const results = path.join(root, ".cache", "test-results");
const words = process.argv.slice(2);

function run(command: string, parameters: string[], environment: NodeJS.ProcessEnv = process.env): number {
  return spawnSync(command, parameters, { cwd: root, stdio: "inherit", env: environment }).status ?? 1;
}

function runNode(file: string, parameters: string[] = [], environment?: NodeJS.ProcessEnv): number {
  return run(process.execPath, [path.join(root, file), ...parameters], environment);
}

/** Chromium from Debian's packages where that is allowed, else Playwright's own. */
function provideChromium(): string | null {
  const found = findChromium();
  if (found !== null) return found;
  process.stdout.write("Looking for Chromium: none found, installing one.\n");
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (mayInstall && run("apt-get", ["update"]) === 0)
    run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
  if (findChromium() === null) runNode("node_modules/playwright-core/cli.js", ["install", "chromium"]);
  return findChromium();
}

function runProject(name: string, environment: NodeJS.ProcessEnv): Counts {
  const file = path.join(results, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const filter = words.length > 0 ? ["--passWithNoTests", ...words] : [];
  const status = runNode(
    "node_modules/vitest/vitest.mjs",
    ["run", "--project", name, ...reporters, ...filter],
    environment,
  );
  const counts = existsSync(file)
    ? countsOf(JSON.parse(readFileSync(file, "utf8")) as Report)
    : { passed: 0, failed: 0, skipped: 0 };
  // A run that went wrong outside of any test, such as a setup that failed, is one failure at least.
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

function countsOf(report: Report): Counts {
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function sentence({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const chromium = provideChromium();
if (chromium === null) process.stdout.write("There is no Chromium, so the journeys in a browser will fail.\n");
if (!isBuilt(root) && runNode("server/build.ts") !== 0)
  process.stdout.write("The build failed, so what needs it will fail.\n");

const environment = { ...process.env, ...(chromium === null ? {} : { CHROMIUM: chromium }) };
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
for (const name of ["node", "postgres", "jsdom", "e2e"]) {
  const startedAt = Date.now();
  process.stdout.write(`\n${name}\n`);
  const counts = runProject(name, environment);
  process.stdout.write(`${name}: ${sentence(counts)} in ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
process.stdout.write(`\n${sentence(total)}\n`);
