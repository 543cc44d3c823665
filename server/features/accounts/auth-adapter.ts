import { createAdapterFactory } from "better-auth/adapters";
import type { CleanedWhere, CustomAdapter, DBAdapterInstance } from "better-auth/adapters";
import {
  type AnyColumn,
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  notInArray,
  or,
  type SQL,
} from "drizzle-orm";

import type { Database, HousekeepingTx } from "#server/db/database.ts";
import { accounts, rateLimits, sessions, users, verifications } from "#server/db/schema/index.ts";

const tables = {
  user: users,
  session: sessions,
  account: accounts,
  verification: verifications,
  rateLimit: rateLimits,
};

// The library names tables and columns by text; one of ours stands for all in the types.
type AnyTable = typeof sessions;
type Row = Record<string, unknown>;

/**
 * Gives the account library our tables: it reads from the read-only connection and writes through the one writer, as
 * housekeeping. It may not write people: each change of a person is recorded, which only our services do.
 */
export function authAdapter(db: Database): DBAdapterInstance {
  return createAdapterFactory({
    config: {
      adapterId: "consortia",
      adapterName: "Consortia",
      supportsDates: true,
      supportsBooleans: true,
      supportsJSON: true,
      transaction: false,
    },
    adapter: () => ({ ...reading(db), ...writing(db) }),
  });
}

type Reading = Pick<CustomAdapter, "findOne" | "findMany" | "count">;

function reading(db: Database): Reading {
  const rowsOf = (model: string, where: readonly CleanedWhere[] | undefined) =>
    db.read.select().from(tableOf(model)).where(conditionOf(model, where)).$dynamic();
  return {
    async findOne({ model, where }) {
      const [row] = await rowsOf(model, where).limit(1);
      return (row ?? null) as never;
    },
    async findMany({ model, where, limit, sortBy, offset = 0 }) {
      const rows = rowsOf(model, where).limit(limit).offset(offset);
      if (!sortBy) return (await rows) as never;
      const column = columnOf(model, sortBy.field);
      return (await rows.orderBy(sortBy.direction === "desc" ? desc(column) : asc(column))) as never;
    },
    async count({ model, where }) {
      const [found] = await db.read.select({ rows: count() }).from(tableOf(model)).where(conditionOf(model, where));
      return found?.rows ?? 0;
    },
  };
}

function writing(db: Database): Omit<CustomAdapter, keyof Reading | "options"> {
  const write = <T>(model: string, work: (tx: HousekeepingTx, table: AnyTable) => Promise<T>): Promise<T> => {
    if (model === "user")
      throw new Error("The account library may not write people: every change of a person is recorded");
    return db.housekeep((tx) => work(tx, tableOf(model)));
  };
  const change = (model: string, where: readonly CleanedWhere[], values: unknown): Promise<unknown[]> =>
    write(model, (tx, table) => {
      const changing = tx.update(table).set(values as never);
      return changing.where(conditionOf(model, where)).returning();
    });
  const remove = (model: string, where: readonly CleanedWhere[]): Promise<unknown[]> =>
    write(model, (tx, table) => tx.delete(table).where(conditionOf(model, where)).returning());
  return {
    create: ({ model, data }) =>
      write(model, async (tx, table) => {
        const [row] = await tx
          .insert(table)
          .values(data as never)
          .returning();
        return row as never;
      }),
    update: async ({ model, where, update }) => ((await change(model, where, update))[0] ?? null) as never,
    updateMany: async ({ model, where, update }) => (await change(model, where, update)).length,
    delete: async ({ model, where }) => void (await remove(model, where)),
    deleteMany: async ({ model, where }) => (await remove(model, where)).length,
    consumeOne: ({ model, where }) =>
      write(model, async (tx, table) => {
        const [first] = await tx.select({ id: table.id }).from(table).where(conditionOf(model, where)).limit(1);
        const gone = first ? await tx.delete(table).where(eq(table.id, first.id)).returning() : [];
        return (gone[0] ?? null) as never;
      }),
  };
}

function tableOf(model: string): AnyTable {
  const table = tables[model as keyof typeof tables] as unknown as AnyTable | undefined;
  if (!table) throw new Error(`The account library asked for a table that is not there: ${model}`);
  return table;
}

function columnOf(model: string, field: string): AnyColumn {
  const column = (tableOf(model) as unknown as Row)[field] as AnyColumn | undefined;
  if (!column) throw new Error(`The account library asked for a column that is not there: ${model}.${field}`);
  return column;
}

/** Conditions joined by AND, and beside them those joined by OR, as the library means it. */
function conditionOf(model: string, where: readonly CleanedWhere[] = []): SQL | undefined {
  const all = where.filter((each) => each.connector !== "OR").map((each) => compare(columnOf(model, each.field), each));
  const some = where
    .filter((each) => each.connector === "OR")
    .map((each) => compare(columnOf(model, each.field), each));
  return and(...all, or(...some));
}

function compare(column: AnyColumn, { operator, value, mode }: CleanedWhere): SQL {
  if (mode === "insensitive") throw new Error("Comparing without regard to case is not offered to the account library");
  if (Array.isArray(value)) {
    if (operator === "in") return inArray(column, value);
    if (operator === "not_in") return notInArray(column, value);
  }
  if (value === null) {
    if (operator === "eq") return isNull(column);
    if (operator === "ne") return isNotNull(column);
  }
  const comparison = comparisons[operator];
  if (!comparison) throw new Error(`The account library asked for a comparison that is not offered: ${operator}`);
  return comparison(column, value);
}

const comparisons: Partial<Record<CleanedWhere["operator"], (column: AnyColumn, value: unknown) => SQL>> = {
  eq,
  ne,
  gt,
  gte,
  lt,
  lte,
};
