import { existsSync, readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { makeInstallation, makeTestFolder } from "#tests/support/installation.ts";
import { runCommand, startServerProcess } from "#tests/support/spawned-server.ts";
import { createVisitor } from "#tests/support/visitor.ts";

describe("the command line", { timeout: 90_000 }, () => {
  test("teaches by example, for every command", async () => {
    const folder = makeTestFolder();
    const help = await runCommand(folder, ["--help"]);
    expect(help.code).toBe(0);
    const commands = [...help.output.matchAll(/^ {2}([a-z]+)(?: \[| <| {2})/gm)]
      .map((match) => match[1] ?? "")
      .filter((name) => name !== "help");
    expect(commands).toEqual(expect.arrayContaining(["serve", "migrate", "backup", "restore", "doctor", "user"]));
    for (const name of commands) {
      const { code, output } = await runCommand(folder, [name, "--help"]);
      expect(output).toContain(`npm run consortia -- ${name}`);
      expect(code).toBe(0);
    }
  });

  test("answers wrong use with 64 and changes nothing", async () => {
    const folder = makeTestFolder();
    for (const words of [
      ["nonsense"],
      ["backup", "--nope"],
      ["restore"],
      ["user", "create", "no-address", "--name", "X"],
    ]) {
      expect({ words, code: (await runCommand(folder, words)).code }).toEqual({ words, code: 64 });
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test("tries a migration on a copy and leaves the data directory as it was", async () => {
    const folder = makeTestFolder();
    const { code, output } = await runCommand(folder, ["migrate", "--check", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ check: true, backup: null });
    expect(existsSync(join(folder, "consortia.sqlite"))).toBe(false);
    expect((await runCommand(folder, ["migrate"])).output).toContain("applied");
    expect((await runCommand(folder, ["migrate"])).output).toContain("up to date");
  });

  test("takes a backup, brings it back, and ends with 65 for a damaged one", async () => {
    const folder = await makeInstallation();
    const target = join(makeTestFolder(), "backup");
    expect((await runCommand(folder, ["backup", "--to", target])).output).toMatch(
      /2 changes of history, read again and verified/,
    );
    expect((await runCommand(folder, ["restore", target, "--replace"])).code).toBe(0);
    truncateSync(join(target, "consortia.sqlite"), 4096);
    const refused = await runCommand(folder, ["restore", target, "--replace"]);
    expect(refused.code).toBe(65);
    expect(refused.output).toContain("consortia.sqlite");
    expect((await runCommand(folder, ["doctor"])).code).toBe(0);
  });

  test("ends with 65 for a damaged database and tells the way back", async () => {
    const folder = await makeInstallation();
    truncateSync(join(folder, "consortia.sqlite"), 20_480);
    const { code, output } = await runCommand(folder, ["serve"]);
    expect(code).toBe(65);
    expect(output).toContain("restore");
    expect((await runCommand(folder, ["doctor"])).code).toBe(1);
  });

  test("makes an account whose link opens the first password", async () => {
    const folder = await makeInstallation();
    const created = await runCommand(folder, [
      "user",
      "create",
      "anna@example.test",
      "--name",
      "Anna",
      "--administrator",
    ]);
    const token = /token=(\S+)/.exec(created.output)?.[1] ?? "";
    expect((await runCommand(folder, ["user", "create", "anna@example.test", "--name", "Anna"])).code).toBe(1);
    expect((await runCommand(folder, ["user", "list"])).output).toBe(
      "anna@example.test  Anna  (administrator, no password yet)\n",
    );
    const server = await startServerProcess(folder);
    const visitor = createVisitor(server.url);
    await visitor.api.account.reset.mutate({ token, password: "a long sentence nobody guesses", name: "Anna" });
    await visitor.api.account.signIn.mutate({ email: "anna@example.test", password: "a long sentence nobody guesses" });
    expect((await visitor.api.me.show.query({})).user).toMatchObject({
      email: "anna@example.test",
      isAdministrator: true,
    });
    expect((await runCommand(folder, ["user", "password", "anna@example.test"])).code).toBe(75);
    await server.stop("SIGTERM");
  });
});
