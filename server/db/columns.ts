import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";

import { dialect } from "./dialect.ts";

const onPostgres = dialect === "postgres";

/** Picks the builder of the running dialect; both read and write the same TypeScript type, which the SQLite builder names. */
function either<T>(sqlite: () => T, postgres: () => unknown): T {
  return onPostgres ? (postgres() as T) : sqlite();
}

export const table = (onPostgres ? pg.pgTable : lite.sqliteTable) as typeof lite.sqliteTable;
export const index = (onPostgres ? pg.index : lite.index) as typeof lite.index;
export const uniqueIndex = (onPostgres ? pg.uniqueIndex : lite.uniqueIndex) as typeof lite.uniqueIndex;
export const primaryKey = (onPostgres ? pg.primaryKey : lite.primaryKey) as typeof lite.primaryKey;

/** Text as written. */
export const text = (name: string) =>
  either(
    () => lite.text(name),
    () => pg.text(name),
  );

/** One of a closed list of words; the list is enforced by zod, not by the database. */
export const choice = <const T extends readonly [string, ...string[]]>(name: string, words: T) =>
  either(
    () => lite.text(name, { enum: words as unknown as [T[number], ...T[number][]] }),
    () => pg.text(name, { enum: words as unknown as [string, ...string[]] }),
  );

/** A 32-bit whole number. */
export const integer = (name: string) =>
  either(
    () => lite.integer(name),
    () => pg.integer(name),
  );

/** Money in minor units; 53 bits are safe on both. */
export const cents = (name: string) =>
  either(
    () => lite.integer(name),
    () => pg.bigint(name, { mode: "number" }),
  );

/** Yes or no. */
export const boolean = (name: string) =>
  either(
    () => lite.integer(name, { mode: "boolean" }),
    () => pg.boolean(name),
  );

/** Milliseconds since 1970, UTC, as a number. */
export const instant = (name: string) =>
  either(
    () => lite.integer(name),
    () => pg.bigint(name, { mode: "number" }),
  );

/** A point in time as a Date: only for the tables whose library insists on it. */
export const date = (name: string) =>
  either(
    () => lite.integer(name, { mode: "timestamp_ms" }),
    () => pg.timestamp(name, { mode: "date", precision: 3, withTimezone: true }),
  );

/** A calendar day, `YYYY-MM-DD`. */
export const day = (name: string) =>
  either(
    () => lite.text(name),
    () => pg.text(name),
  );

/** A JSON value of a named type; keys come back in the order they were written (hence json, not jsonb). */
export const json = <T>(name: string) =>
  either(
    () => lite.text(name, { mode: "json" }).$type<T>(),
    () => pg.json(name).$type<T>(),
  );

/** A number that rises by commit order and is the primary key. */
export const sequence = (name: string) =>
  either(
    () => lite.integer(name).primaryKey({ autoIncrement: true }),
    () => pg.bigserial(name, { mode: "number" }).primaryKey(),
  );

/** What every mutable row carries: version from 1, created and updated. */
export const revision = () => ({
  version: integer("version").notNull().default(1),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});
