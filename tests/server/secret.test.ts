import { chmodSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { loadSecret } from "#server/secret.ts";
import { makeTestFolder } from "#tests/support/installation.ts";

test("a secret is made once, kept, and readable by its owner alone", () => {
  const folder = makeTestFolder();
  const secret = loadSecret(null, folder);
  expect(secret.length).toBeGreaterThanOrEqual(64);
  expect(loadSecret(null, folder)).toBe(secret);
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["secret"]);
});

test("every installation has its own", () => {
  expect(loadSecret(null, makeTestFolder())).not.toBe(loadSecret(null, makeTestFolder()));
});

test("one that others could read is closed to them", () => {
  const folder = makeTestFolder();
  const secret = loadSecret(null, folder);
  chmodSync(join(folder, "secret"), 0o644);
  expect(loadSecret(null, folder)).toBe(secret);
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
});

test("one that is too short stops the start with 78", () => {
  const folder = makeTestFolder();
  writeFileSync(join(folder, "secret"), "short\n");
  expect(() => loadSecret(null, folder)).toThrow(expect.objectContaining({ exitCode: 78 }) as Error);
});

test("a given one wins and writes nothing", () => {
  const folder = makeTestFolder();
  expect(loadSecret("given", folder)).toBe("given");
  expect(readdirSync(folder)).toEqual([]);
});
