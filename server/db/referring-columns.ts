import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";

import * as schema from "./schema/index.ts";

export type ReferringColumn = { tableName: string; table: SQLiteTable; key: string; column: SQLiteColumn };

/** Every column of the schema whose SQL name ends in one of these, e.g. `organisation_id`: what refers to a kind of record. */
export function columnsEndingIn(...endings: readonly string[]): ReferringColumn[] {
  return Object.values(schema).flatMap((value: unknown) => {
    if (!is(value, Table)) return [];
    const table = value as unknown as SQLiteTable;
    return Object.entries(getTableColumns(table))
      .filter(([, column]) => endings.some((ending) => column.name === ending || column.name.endsWith(`_${ending}`)))
      .map(([key, column]) => ({ tableName: getTableName(table), table, key, column }));
  });
}
