import { eq, getTableColumns } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";

import type { ReadDb, Tx } from "./database.ts";

/** A stored row of any recorded kind, by column names. */
export type StoredRow = { id: string; version: number } & Record<string, unknown>;

type RecordTable = SQLiteTable & { id: AnySQLiteColumn; version: AnySQLiteColumn };

/** Rows of one table by their id, for what works alike on every kind of record: undo and the bin. */
export type RowStore = {
  /** Names of the columns. */
  readonly columns: ReadonlySet<string>;
  /** Those that may hold nothing, holding nothing. */
  readonly blank: Readonly<Record<string, null>>;
  find(db: ReadDb, id: string): Promise<StoredRow | null>;
  insert(tx: Tx, row: StoredRow): Promise<void>;
  /** Writes the given columns of the row with this id. */
  change(tx: Tx, id: string, values: Record<string, unknown>): Promise<void>;
  remove(tx: Tx, id: string): Promise<void>;
};

/** The rows of a table with an `id` and a `version`, read and written by id; what they mean is the caller's concern. */
export function rowStore(table: RecordTable): RowStore {
  const columns: Record<string, { notNull: boolean }> = getTableColumns(table);
  const names = Object.keys(columns);
  return {
    columns: new Set(names),
    blank: Object.fromEntries(names.flatMap((name) => (columns[name]?.notNull ? [] : [[name, null]]))),
    async find(db, id) {
      const [row] = await db.select().from(table).where(eq(table.id, id));
      return (row as StoredRow | undefined) ?? null;
    },
    async insert(tx, row) {
      await tx.insert(table).values(row as never);
    },
    async change(tx, id, values) {
      await tx.update(table).set(values).where(eq(table.id, id));
    },
    async remove(tx, id) {
      await tx.delete(table).where(eq(table.id, id));
    },
  };
}
