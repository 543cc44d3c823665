import { type AnyColumn, type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";

import { fold } from "#shared/text.ts";

import { dialect } from "./dialect.ts";

// Text is compared byte by byte, as SQLite does; PostgreSQL would follow the language of the server.
const comparable = (column: AnyColumn | SQL): SQL =>
  dialect === "postgres" && "dataType" in column && column.dataType === "string"
    ? sql`${column} collate "C"`
    : sql`${column}`;

/** Smallest first, nothing last. */
export const ascending = (column: AnyColumn | SQL): SQL => sql`${comparable(column)} asc nulls last`;

/** Greatest first, nothing last. */
export const descending = (column: AnyColumn | SQL): SQL => sql`${comparable(column)} desc nulls last`;

/**
 * Whether a folded column (`search`, `sortName`) contains `text`, which is folded here; `%` and `_` stand for themselves.
 * Undefined for a text that folds to nothing, so that `and()` leaves the condition out.
 */
export function containsFolded(column: AnyColumn | SQL, text: string): SQL | undefined {
  return fold(text) === "" ? undefined : matchesPattern(column, foldedPattern(text));
}

/** The same for prepared statements: `pattern` is a placeholder filled with `foldedPattern(text)`. */
export function matchesPattern(column: AnyColumn | SQL, pattern: string | Placeholder): SQL {
  return sql`${column} like ${pattern} escape '\\'`;
}

/** What `matchesPattern` looks for so that it finds `text` anywhere in a folded column. */
export function foldedPattern(text: string): string {
  return `%${fold(text).replaceAll("\\", "\\\\").replaceAll("%", "\\%").replaceAll("_", "\\_")}%`;
}

/** Number of rows, or of the rows where `column` is not null. */
export const countOf = (column?: AnyColumn | SQL): SQL<number> => sql`count(${column ?? sql`*`})`.mapWith(Number);

/** Exact sum of whole numbers (cents, hundredths of person-months), 0 over nothing; throws beyond 2^53 - 1. */
export const sumOf = (column: AnyColumn | SQLWrapper): SQL<number> =>
  sql`cast(coalesce(sum(${column}), 0) as text)`.mapWith(exactInteger);

/** As `sumOf`, but null over nothing: none stated is not zero. */
export const sumOrNull = (column: AnyColumn | SQLWrapper): SQL<number | null> =>
  sql`cast(sum(${column}) as text)`.mapWith(exactInteger);

/** A condition as a value. */
export const truthOf = (condition: SQLWrapper): SQL<boolean> =>
  sql`case when ${condition} then 1 else 0 end`.mapWith((value: unknown) => Number(value) === 1);

// The sum travels as text: a driver would round what is beyond 2^53 without a word.
function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The sum ${text} is beyond what can be shown exactly`);
  return value;
}
