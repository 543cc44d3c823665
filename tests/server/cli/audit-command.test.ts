import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { beforeEach, describe, expect, test } from "vitest";

import { dialect } from "#server/db/dialect.ts";
import { makeTestPlace, openTestPlace, type TestPlace } from "#tests/support/database.ts";
import { makeTestFolder } from "#tests/support/installation.ts";
import { runRawSql } from "#tests/support/raw-sql.ts";
import { runCommand } from "#tests/support/spawned-server.ts";

const actor = { userId: "0198a0c0-0000-7000-8000-000000000001", actingForId: null };
let folder: string;
let place: TestPlace;

/** An installation with five changes, its database on the running dialect. */
beforeEach(async () => {
  folder = makeTestFolder();
  const made = await makeTestPlace();
  const db = await openTestPlace(made);
  for (let count = 1; count <= 5; count += 1)
    await db.transact(actor, (tx) =>
      tx.record({
        entity: "project",
        entityId: `p${count}`,
        action: "updated",
        before: { title: "Old" },
        after: { title: `New ${count}` },
      }),
    );
  await db.close();
  place = made;
  if (made.file === undefined) return () => made.remove();
  const file = join(folder, "consortia.sqlite");
  copyFileSync(made.file, file);
  place = { file };
  return () => made.remove();
});

async function verify(...words: string[]) {
  const environment: Record<string, string> = place.url === undefined ? {} : { DATABASE_URL: place.url };
  const { code, output } = await runCommand(folder, ["audit", "verify", ...words], { environment });
  return { code, output: output.trim() };
}

async function tamper(sql: string): Promise<void> {
  const [names, ending] =
    dialect === "postgres"
      ? [["changes_no_update", "changes_no_truncate"], " ON changes"]
      : [["changes_no_update", "changes_no_delete"], ""];
  for (const name of names) await runRawSql(place, `DROP TRIGGER ${name}${ending}`);
  await runRawSql(place, sql);
}

const titles = "CAST(fields AS TEXT)";
const jsonType = dialect === "postgres" ? "::json" : "";

describe("audit verify", { timeout: 240_000 }, () => {
  test("says ok with count and head, as text and as JSON, and refuses wrong use", async () => {
    const text = await verify();
    expect(text.output).toMatch(/^ok: 5 changes, head [0-9a-f]{64}$/);
    expect(text.code).toBe(0);
    const told = JSON.parse((await verify("--json")).output) as { ok: boolean; count: number; head: string };
    expect(told).toEqual({ ok: true, count: 5, head: text.output.split(" ").at(-1), flaw: null });
    expect((await verify("--head", "nonsense")).code).toBe(64);
    expect((await verify("--backup", join(folder, "nowhere"))).code).toBe(65);
  });

  test.each([
    [
      "an altered row",
      `UPDATE changes SET fields = REPLACE(${titles}, 'New 3', 'Forged')${jsonType} WHERE seq = 3`,
      3,
      "altered",
    ],
    ["a row with another author", "UPDATE changes SET actor_id = 'somebody' WHERE seq = 2", 2, "altered"],
    ["a removed row", "DELETE FROM changes WHERE seq = 4", 4, "removed"],
    [
      "a row that was put in before the first",
      "INSERT INTO changes (seq, entity, entity_id, action, at, fields, group_id, previous_hash, hash) VALUES (0, 'project', 'x', 'updated', 1, '{}', 'g', '', 'h')",
      0,
      "added",
    ],
    [
      "a row that was put in at the end",
      "INSERT INTO changes (seq, entity, entity_id, action, at, fields, group_id, previous_hash, hash) VALUES (6, 'project', 'x', 'updated', 1, '{}', 'g', '', 'h')",
      6,
      "altered",
    ],
  ])("names %s and ends with 1", async (_, sql, seq, kind) => {
    await tamper(sql);
    const { code, output } = await verify("--json");
    expect(JSON.parse(output)).toMatchObject({ ok: false, flaw: { seq, kind } });
    expect(code).toBe(1);
    expect((await verify()).output).toContain(`BAD: change ${seq} (${kind})`);
  });

  test("tells by the head of a backup, or of the log, that the last changes were cut off or all was rewritten", async () => {
    const { head } = JSON.parse((await verify("--json")).output) as { head: string };
    const entry = { path: "consortia.sqlite", bytes: 1, sha256: "0".repeat(64) };
    const manifest = {
      format: "consortia-backup",
      formatVersion: 1,
      program: "1.0.0",
      createdAt: new Date(0).toISOString(),
      schema: 1,
      counts: {},
      audit: {
        seq: 5,
        head,
      },
      database: entry,
      files: [],
    };
    const file = join(folder, "manifest.json");
    writeFileSync(file, JSON.stringify(manifest));
    expect((await verify("--backup", file)).code).toBe(0);
    expect((await verify("--head", `5:${head}`)).code).toBe(0);
    writeFileSync(file, JSON.stringify({ ...manifest, audit: { seq: 4, head } }));
    expect(JSON.parse((await verify("--backup", folder, "--json")).output)).toMatchObject({
      flaw: { seq: 4, kind: "rewritten" },
    });
    await tamper("DELETE FROM changes WHERE seq > 3");
    expect((await verify()).code).toBe(0);
    const cut = await verify("--head", `5:${head}`, "--json");
    expect(JSON.parse(cut.output)).toMatchObject({ ok: false, count: 3, flaw: { seq: 4, kind: "cut" } });
    expect(cut.code).toBe(1);
  });
});
