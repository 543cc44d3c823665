import { getTableColumns, is, sql } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";

import type { Database } from "#server/db/database.ts";
import * as schema from "#server/db/schema/index.ts";

/** Every row of every table in a fixed order, to prove that nothing was written; `but` names exports of the schema to leave out. */
export async function everyRow(db: Database, but: readonly string[] = []): Promise<string> {
  const found: string[] = [];
  for (const [name, table] of Object.entries(schema)) {
    if (!is(table, SQLiteTable) || but.includes(name)) continue;
    const [first] = Object.values(getTableColumns(table));
    const rows = await db.read
      .select()
      .from(table)
      .orderBy(sql`${first}`);
    found.push(`${name} ${JSON.stringify(rows)}`);
  }
  return found.join("\n");
}
