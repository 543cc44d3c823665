import { openSqliteReader } from "./sqlite.ts";
import { copySqlite } from "./sqlite-copy.ts";
import { appliedToSqlite } from "./sqlite-migrations.ts";

/** What a file holds, read without the schema, so that files of older programs can be looked at too. */
export type SqliteInspection = {
  /** Number of the newest migration, -1 for none. */
  schema: number;
  counts: Record<string, number>;
  /** Last change and its hash: the end of the chain. */
  audit: { seq: number; head: string };
  /** Findings of `integrity_check` and `foreign_key_check`; empty when the file is sound. */
  problems: string[];
};

/** Reads every page of a SQLite file and counts its rows; throws what the driver throws for a file that is none. */
export function inspectSqlite(file: string): SqliteInspection {
  const connection = openSqliteReader(file);
  try {
    const names = connection
      .prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
      )
      .pluck()
      .all() as string[];
    const count = (name: string) =>
      connection
        .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
        .pluck()
        .get() as number;
    const integrity = (connection.pragma("integrity_check(20)") as { integrity_check: string }[]).map(
      (row) => row.integrity_check,
    );
    const orphans = connection.pragma("foreign_key_check") as { table: string; rowid: number; parent: string }[];
    const last = names.includes("changes")
      ? (connection.prepare("SELECT seq, hash FROM changes ORDER BY seq DESC LIMIT 1").get() as
          | { seq: number; hash: string }
          | undefined)
      : undefined;
    return {
      schema: appliedToSqlite(connection).at(-1)?.number ?? -1,
      counts: Object.fromEntries(names.map((name) => [name, count(name)])),
      audit: { seq: last?.seq ?? 0, head: last?.hash ?? "" },
      problems: [
        ...integrity.filter((finding) => finding !== "ok"),
        ...orphans
          .slice(0, 20)
          .map((row) => `${row.table} row ${row.rowid} refers to a row of ${row.parent} that does not exist`),
      ],
    };
  } finally {
    connection.close();
  }
}

/** Copies the database file to `target` while a server may be writing to it; the copy is checked before it gets its name. */
export async function copyDatabaseFile(file: string, target: string): Promise<void> {
  const reader = openSqliteReader(file);
  try {
    await copySqlite(reader, target);
  } finally {
    reader.close();
  }
}
