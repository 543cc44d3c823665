import type Sqlite from "better-sqlite3";

import type { Span } from "./scope.ts";

const kept = 500;

type Row = unknown[];

/** A statement that asks before every run whether it may, and keeps its two reading modes apart. */
class GuardedStatement {
  readonly #connection: Sqlite.Database;
  readonly #statement: Sqlite.Statement;
  readonly #check: () => Span | null;
  #rows: GuardedStatement | null = null;

  constructor(connection: Sqlite.Database, statement: Sqlite.Statement, check: () => Span | null) {
    this.#connection = connection;
    this.#statement = statement;
    this.#check = check;
  }

  /** The same statement answering rows as arrays; switching one statement to and fro would confuse its other users. */
  raw(): GuardedStatement {
    this.#rows ??= new GuardedStatement(
      this.#connection,
      this.#connection.prepare(this.#statement.source).raw(),
      this.#check,
    );
    return this.#rows;
  }

  run(...values: Row): unknown {
    return this.#guarded(() => this.#statement.run(...values));
  }

  get(...values: Row): unknown {
    return this.#guarded(() => this.#statement.get(...values));
  }

  all(...values: Row): unknown {
    return this.#guarded(() => this.#statement.all(...values));
  }

  #guarded(run: () => unknown): unknown {
    const span = this.#check();
    try {
      return run();
    } catch (error) {
      if (span) span.failure ??= error;
      throw error;
    }
  }
}

/** What the query builder sees of a connection: guarded statements, compiled once per text. */
export function guardStatements(connection: Sqlite.Database, check: () => Span | null): Sqlite.Database {
  const statements = new Map<string, GuardedStatement>();
  function prepare(text: string): GuardedStatement {
    let statement = statements.get(text);
    if (!statement) {
      statement = new GuardedStatement(connection, connection.prepare(text), check);
      statements.set(text, statement);
      const [oldest] = statements.keys();
      if (statements.size > kept && oldest !== undefined) statements.delete(oldest);
    }
    return statement;
  }
  return { prepare } as unknown as Sqlite.Database;
}
