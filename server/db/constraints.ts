import { getTableName, is } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";

import * as schema from "./schema/index.ts";

export type UniqueRule = { table: string; columns: string[] };

let rules: Map<string, UniqueRule> | null = null;

/** Table and columns (SQL names) of a unique index, unique constraint or primary key by its name, or null. */
export function uniqueColumns(name: string): UniqueRule | null {
  rules ??= collectRules();
  return rules.get(name) ?? null;
}

function collectRules(): Map<string, UniqueRule> {
  const found = new Map<string, UniqueRule>();
  for (const table of Object.values(schema) as unknown[]) {
    if (!is(table, pg.PgTable) && !is(table, lite.SQLiteTable)) continue;
    const config = is(table, pg.PgTable) ? pg.getTableConfig(table) : lite.getTableConfig(table);
    const add = (name: string | undefined, columns: readonly unknown[]) =>
      name &&
      found.set(name, {
        table: getTableName(table),
        columns: columns.map((column) => (column as { name: string }).name),
      });
    for (const index of config.indexes) if (index.config.unique) add(index.config.name, index.config.columns);
    for (const unique of config.uniqueConstraints) add(unique.getName(), unique.columns);
    for (const column of config.columns) if (column.isUnique) add(column.uniqueName, [column]);
    const [composite] = config.primaryKeys;
    const keyed = composite?.columns ?? config.columns.filter((column) => column.primary);
    // PostgreSQL's own name, and the one the query builder gives a key of several columns.
    add(`${config.name}_pkey`, keyed);
    add(composite?.getName(), keyed);
  }
  return found;
}
