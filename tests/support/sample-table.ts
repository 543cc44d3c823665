import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";

import { dialect } from "#server/db/dialect.ts";

import type { TestPlace } from "./database.ts";
import { runRawSql } from "./raw-sql.ts";

type Column = { name: string; notNull: boolean; primary: boolean; getSQLType(): string };

/** Creates the table of a test that is no part of the schema, column by column as the kit defines it. */
export async function createSampleTable(place: TestPlace, table: lite.SQLiteTable): Promise<void> {
  const { name, columns } = dialect === "postgres" ? pg.getTableConfig(table) : lite.getTableConfig(table);
  const lines = (columns as Column[]).map(
    (column) =>
      `"${column.name}" ${column.getSQLType()}${column.notNull ? " NOT NULL" : ""}${column.primary ? " PRIMARY KEY" : ""}`,
  );
  await runRawSql(place, `CREATE TABLE "${name}" (${lines.join(", ")})`);
}
