import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";

import type { Builder } from "./database.ts";
import type { Engine, Lane } from "./lane.ts";
import { assertInsideSpan, type Span } from "./scope.ts";

/** Channel of the notices that changes were committed; payload `<instance>:<seq>`. */
export const changeChannel = "consortia_changes";

// Any constant; advisory locks are per database.
const writerLock = 4_863_201;
const beginWriting = `BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '5s'; SELECT pg_advisory_xact_lock(${writerLock})`;
const beginViewing = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1";

export type PostgresOptions = { url: string; instance: string; readonly: boolean; report: (error: unknown) => void };

type Queryable = Pick<pg.Pool, "query">;

function createPool({ url, report }: PostgresOptions, max: number, readonly: boolean): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 4000,
    keepAlive: true,
    options: readonly ? "-c default_transaction_read_only=on" : undefined,
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on("error", report);
  // One that breaks while lent out says so to the statement that runs on it.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

function builderOn(client: Queryable): Builder {
  return drizzle({ client: client as pg.Pool, logger: false }) as unknown as Builder;
}

function laneOn(pool: pg.Pool, begin: string, instance: string): Lane {
  let held: Span | null = null;
  let client: pg.PoolClient | null = null;

  async function guarded(config: pg.QueryConfig, values: unknown[]): Promise<pg.QueryResult> {
    assertInsideSpan(held);
    const span = held;
    span.running += 1;
    try {
      return await connected(client).query(config, values);
    } catch (error) {
      span.failure ??= error;
      throw error;
    } finally {
      span.running -= 1;
    }
  }

  function release(destroy: boolean): void {
    client?.release(destroy);
    client = null;
  }

  return {
    db: builderOn({ query: guarded } as unknown as Queryable),
    async begin(span) {
      client = await pool.connect();
      await client.query(begin);
      held = span;
    },
    async commit(lastSeq) {
      const notice = lastSeq === null ? "" : `NOTIFY ${changeChannel}, '${instance}:${lastSeq}'; `;
      const results = [await connected(client).query(`${notice}COMMIT`)].flat();
      // PostgreSQL answers COMMIT of a failed transaction with a silent ROLLBACK.
      if (results.at(-1)?.command !== "COMMIT") throw new Error("the database rolled the transaction back");
      release(false);
    },
    async rollback() {
      const destroy = await (client?.query("ROLLBACK").then(
        () => false,
        () => true,
      ) ?? false);
      release(destroy);
    },
  };
}

function connected(client: pg.PoolClient | null): pg.PoolClient {
  if (!client) throw new Error("no connection is held");
  return client;
}

/** The same database for several server processes: one writing connection each, readers and snapshots that cannot write. */
export function openPostgres(options: PostgresOptions): Engine {
  const writers = options.readonly ? null : createPool(options, 1, false);
  const readers = createPool(options, 8, true);
  const viewers = createPool(options, 2, true);
  return {
    read: builderOn(readers),
    writer: writers && laneOn(writers, beginWriting, options.instance),
    // A lane each: snapshots run side by side, as many as the pool has connections.
    withSnapshotLane: (use) => use(laneOn(viewers, beginViewing, options.instance)),
    async close() {
      await Promise.all([writers?.end(), readers.end(), viewers.end()]);
    },
  };
}
