import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";

import type { EntityName } from "#shared/features/changes/change-words.ts";

import type { Dialect } from "./dialect.ts";

/** Who acts: a person, perhaps for an organisation. The system itself has neither. */
export type Actor = { userId: string | null; actingForId: string | null };

export const systemActor: Actor = { userId: null, actingForId: null };

// The SQLite types stand for both dialects: the column kit makes every table look like one of SQLite's. Builders are
// awaited and nothing else; `.get()`, `.all()` and `.run()` exist on SQLite alone.
export type Builder = BaseSQLiteDatabase<"async", unknown>;
type Selects = Pick<Builder, "select" | "selectDistinct">;

/** Reads, and nothing but reads. */
export type ReadDb = Selects &
  Pick<Builder, "$with" | "$count"> & {
    with(...queries: Parameters<Builder["with"]>): Selects;
  };

export type ChangeInput = {
  entity: EntityName;
  entityId: string;
  action: string;
  projectId?: string | null;
  organisationId?: string | null;
  /** The organisation whose confidential figures the change shows: only it and the coordinator may see it. */
  confidentialTo?: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

/** One transaction on the only writing connection; of no use once its work has ended. */
export type Tx = ReadDb &
  Pick<Builder, "insert" | "update" | "delete"> & {
    readonly actor: Actor;
    /** One instant for the whole transaction, milliseconds UTC. */
    readonly now: number;
    /** The act this transaction is: its changes share it. */
    readonly groupId: string;
    /** A new UUIDv7. */
    id(): string;
    /** Writes what differs between `before` and `after` into the history; equal rows write nothing but count as recorded. */
    record(change: ChangeInput): Promise<void>;
    /** Runs once the commit is durable, outside the transaction; never after a rollback. */
    afterCommit(effect: () => void | Promise<void>): void;
  };

/** For rows that are no part of the history: sessions, limits, jobs, read marks. */
export type HousekeepingTx = Omit<Tx, "record">;

/** `storage-fault`: the disk failed while writing, so nothing is written until a restart. */
export type Condition = "writable" | "storage-fault" | "readonly";

export type Wakeups = {
  /** Calls back after commits with the last change's `seq`, or null when it is unknown; returns the way to stop. */
  listen(listener: (seq: number | null) => void): () => void;
};

export type Database = {
  readonly dialect: Dialect;
  readonly read: ReadDb;
  /** Runs `work` in one transaction; fails when nothing was recorded, when nested, and when `tx` outlives the work. */
  transact<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` in one transaction that leaves no trace in the history. */
  housekeep<T>(work: (tx: HousekeepingTx) => Promise<T>): Promise<T>;
  /** Runs `work` on one consistent, read-only view of the database. */
  snapshot<T>(work: (db: ReadDb) => Promise<T>): Promise<T>;
  readonly wakeups: Wakeups;
  condition(): Condition;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** `postgres://…`; wins over `file`. */
  url?: string | undefined;
  /** Path of the SQLite file. */
  file?: string | undefined;
  /** Milliseconds UTC. */
  clock: () => number;
  /** Makes a UUIDv7. */
  ids: () => string;
  /** Opens without a lock and refuses every write. */
  readonly?: boolean | undefined;
  /** Told what went wrong in an effect after a commit or on an idle connection; nothing of the caller's failed. */
  report?: ((error: unknown) => void) | undefined;
};
