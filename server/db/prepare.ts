import { type Column, getTableColumns, type SQL, sql, type Table } from "drizzle-orm";

import type { Builder, ReadDb } from "./database.ts";
import { dialect } from "./dialect.ts";

type Runnable = { all(values: Record<string, unknown>): unknown; execute(values: Record<string, unknown>): unknown };
type Preparable<Rows> = PromiseLike<Rows> & { prepare(name?: string): unknown };

// What a `read`, a `tx` or a snapshot stands on: the query builder of a connection, which outlives each of them.
const connections = new WeakMap<object, Builder>();
const statements = new WeakMap<object, Map<string, Runnable>>();
const names = new Set<string>();

/** Says which connection's builder a facade hands its queries to, so that prepared statements are shared. */
export function standsOn(facade: object, connection: Builder): void {
  connections.set(facade, connection);
}

/**
 * A select built and prepared once per connection, for hot reads: `const byId = prepared("project_by_id", (db) =>
 * db.select()…where(eq(projects.id, sql.placeholder("id"))))`, then `await byId(db, { id })` gives the rows. The name
 * is unique in the program and at most 63 characters long.
 */
export function prepared<Rows>(
  name: string,
  build: (db: ReadDb) => Preparable<Rows>,
): (db: ReadDb, values: Record<string, unknown>) => Promise<Rows> {
  if (names.has(name) || name.length > 63)
    throw new Error(`The prepared statement ${name} has a name that is taken or too long`);
  names.add(name);
  return async (db, values) => {
    const connection = connections.get(db) ?? db;
    const statement = statementOf(connection, name, () => build(connection).prepare(name) as Runnable);
    return (await (dialect === "postgres" ? statement.execute(values) : statement.all(values))) as Rows;
  };
}

type Writes = Pick<Builder, "insert" | "update" | "delete"> & ReadDb;

/**
 * An insert, update or delete with `returning`, built and prepared once per connection, for hot writes: the rows it
 * answers. Runs on a `tx` alone: another connection has no builder that writes, and the scope refuses it as ever.
 */
export function preparedWrite<Rows>(
  name: string,
  build: (db: Writes) => Preparable<Rows>,
): (tx: Writes, values: Record<string, unknown>) => Promise<Rows> {
  return prepared(name, build as (db: ReadDb) => Preparable<Rows>);
}

/** A placeholder of its own name for each of these columns, to be `values` or `set` of a prepared write. */
export function placeholdersFor<T extends Table, K extends keyof T["$inferSelect"] & string>(
  from: T,
  names: readonly K[],
): Record<K, SQL> {
  const columns = getTableColumns(from) as Record<string, Column>;
  return Object.fromEntries(names.map((name) => [name, bound(columns[name], name)])) as Record<K, SQL>;
}

// Left to itself the builder would hand null to the column's encoder, and a JSON column would hold the text "null".
function bound(column: Column | undefined, name: string): SQL {
  if (!column) throw new Error(`There is no column ${name}`);
  const mapToDriverValue = (value: unknown) => {
    if (value === undefined) throw new Error(`No value for ${name}: say null where null is meant`);
    return value === null ? null : column.mapToDriverValue(value);
  };
  return sql`${sql.param(sql.placeholder(name), { mapToDriverValue })}`;
}

function statementOf(connection: object, name: string, prepare: () => Runnable): Runnable {
  let known = statements.get(connection);
  if (!known) statements.set(connection, (known = new Map()));
  let statement = known.get(name);
  if (!statement) known.set(name, (statement = prepare()));
  return statement;
}
