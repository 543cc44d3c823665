import Sqlite from "better-sqlite3";
import pg from "pg";

import type { TestPlace } from "./database.ts";

/** Runs SQL past the database layer, as an intruder or an administrator would; returns the rows of the last statement. */
export async function runRawSql(place: TestPlace, text: string): Promise<Record<string, unknown>[]> {
  if (place.file) {
    const connection = new Sqlite(place.file);
    try {
      const reads = /^\s*(select|pragma)/i.test(text);
      if (reads) return connection.prepare(text).all() as Record<string, unknown>[];
      connection.exec(text);
      return [];
    } finally {
      connection.close();
    }
  }
  const client = new pg.Client({ connectionString: place.url });
  await client.connect();
  try {
    return [await client.query(text)].flat().at(-1)?.rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}
