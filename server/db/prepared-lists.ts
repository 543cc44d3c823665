import { sql } from "drizzle-orm";

import type { ReadDb } from "./database.ts";
import { prepared } from "./prepare.ts";

/** Statements are prepared for lists of these lengths; a shorter list is filled up with what matches nothing. */
const listSizes = [1, 10, 50, 100] as const;

type Preparable<Row> = PromiseLike<Row[]> & { prepare(name?: string): unknown };

/**
 * A prepared select for any number of ids: `build` gets the list to put into `inArray`. Longer lists run in slices,
 * so a statement must not order, limit or group across ids. `name` is at most 59 characters long.
 */
export function preparedForIds<Row>(name: string, build: (db: ReadDb, ids: string[]) => Preparable<Row>) {
  const bySize = listSizes.map((size) => ({
    size,
    run: prepared(`${name}_${size}`, (db) => build(db, placeholders(size))),
  }));
  return async (db: ReadDb, ids: readonly string[], values: Record<string, unknown> = {}): Promise<Row[]> => {
    const rows: Row[] = [];
    for (let start = 0; start < ids.length;) {
      const left = ids.length - start;
      const fitting = bySize.find(({ size }) => size >= left) ?? bySize.at(-1);
      if (!fitting) break;
      const slice: Record<string, unknown> = { ...values };
      for (let index = 0; index < fitting.size; index += 1) slice[`id${index}`] = ids[start + index] ?? "";
      rows.push(...(await fitting.run(db, slice)));
      start += fitting.size;
    }
    return rows;
  };
}

// drizzle takes placeholders where it takes values; its types say so for single values only.
function placeholders(size: number): string[] {
  return Array.from({ length: size }, (_, index) => sql.placeholder(`id${index}`)) as unknown as string[];
}
