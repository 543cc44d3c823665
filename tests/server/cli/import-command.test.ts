import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, onTestFinished, test } from "vitest";

import { programFolder } from "#server/paths.ts";
import { sampleParticipants, sampleProjects } from "#tests/support/import-samples.ts";

test(
  "the command line shows what would happen, imports, finds nothing new, and refuses with 65",
  { timeout: 60_000 },
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), "consortia-import-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const run = (...words: string[]) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [path.join(programFolder, "server", "cli.ts"), ...words],
        {
          cwd: folder,
          encoding: "utf8",
          env: { PATH: process.env["PATH"], DATA_DIR: path.join(folder, "data"), LOG_LEVEL: "silent" },
        },
      );
      return { status, stdout, stderr };
    };
    for (const { name, bytes } of [sampleProjects(), sampleParticipants()])
      writeFileSync(path.join(folder, name), bytes);
    writeFileSync(path.join(folder, "bad.csv"), "projectID;PIC;name;role\n1;2;A;chief\n");
    expect(run("migrate").status).toBe(0);
    const dry = run("import", "participants.xlsx", "projects.xlsx", "--dry-run");
    expect([dry.status, dry.stdout]).toEqual([
      0,
      expect.stringMatching(/participations\s+5\s+0\s+0\s+0[^]*nothing was written/),
    ]);
    expect(run("import", "projects.xlsx", "participants.xlsx").stdout).toContain("Imported: 11 records written.");
    expect(run("import", "projects.xlsx", "participants.xlsx").stdout).toContain("nothing changed");
    const bad = run("import", "bad.csv");
    expect([bad.status, bad.stdout, bad.stderr]).toEqual([
      65,
      expect.stringMatching(/UNKNOWN_ROLE.*row 2, role: chief/),
      expect.stringContaining("Nothing was imported"),
    ]);
    expect(run("import", "none.xlsx").status).toBe(65);
    expect(run("import", "projects.xlsx", "--cluster", "Nobody").status).toBe(65);
  },
);
