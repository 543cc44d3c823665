import { setTimeout as wait } from "node:timers/promises";

import { Fault } from "#shared/fault.ts";

import { type ChangeRecorder, createChangeRecorder } from "./change-recorder.ts";
import type { Actor, Condition, DatabaseOptions, Tx } from "./database.ts";
import { storageFault, troubleOf } from "./errors.ts";
import { keepResult } from "./idempotency.ts";
import { createQueue, type Lane } from "./lane.ts";
import { requestScope } from "./request-scope.ts";
import { assertCommittable, assertOutsideSpan, insideSpan, newSpan, ScopeError, type Span } from "./scope.ts";
import { createTx } from "./tx.ts";

type Kind = "transaction" | "housekeeping";
type Effect = () => void | Promise<void>;
type Parts = {
  lane: Lane | null;
  options: DatabaseOptions;
  wake: (seq: number | null) => void;
  report: (error: unknown) => void;
};

export type Transactor = {
  run<T>(kind: Kind, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  condition(): Condition;
  /** Resolves when everything that was asked for before has ended. */
  drain(): Promise<void>;
};

const retries = 3;

/** The only way to the writing connection: one transaction at a time, in the order they were asked for. */
export function createTransactor({ lane, options, wake, report }: Parts): Transactor {
  const queue = createQueue();
  let condition: Condition = lane ? "writable" : "readonly";

  async function once<T>(kind: Kind, actor: Actor, work: (tx: Tx) => Promise<T>, effects: Effect[]): Promise<T> {
    if (!lane || condition !== "writable") throw refusal(condition);
    const span = newSpan(kind);
    await lane.begin(span);
    const now = options.clock();
    const groupId = options.ids();
    const recorder = createChangeRecorder(lane.db, { ...actor, at: now, groupId });
    const tx = createTx({ db: lane.db, actor, now, groupId, ids: options.ids, recorder, effects });
    try {
      const result = await insideSpan(span, () => workAndKeep(kind, tx, recorder, work));
      assertCommittable(span);
      span.open = false;
      await lane.commit(recorder.lastSeq());
      if (recorder.lastSeq() !== null) wake(recorder.lastSeq());
      return result;
    } catch (error) {
      await abandon(lane, span, report);
      throw error;
    }
  }

  async function persistently<T>(kind: Kind, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<[T, Effect[]]> {
    for (let attempt = 0; ; attempt += 1) {
      const effects: Effect[] = [];
      try {
        return [await once(kind, actor, work, effects), effects];
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble === "disk") condition = "storage-fault";
        if (trouble !== "busy" || attempt === retries) throw storageFault(error) ?? error;
        await wait(10 * 2 ** attempt * (1 + Math.random()));
      }
    }
  }

  return {
    async run(kind, actor, work) {
      assertOutsideSpan(kind === "transaction" ? "transact" : "housekeep");
      const [result, effects] = await queue(() => persistently(kind, actor, work));
      await runEffects(effects, report);
      return result;
    },
    condition: () => condition,
    drain: () => queue(async () => undefined),
  };
}

async function workAndKeep<T>(kind: Kind, tx: Tx, recorder: ChangeRecorder, work: (tx: Tx) => Promise<T>): Promise<T> {
  const result = await work(tx);
  if (kind === "housekeeping") return result;
  if (!recorder.recorded()) throw new ScopeError("commit without a recorded change");
  const idempotency = requestScope.getStore()?.idempotency;
  if (idempotency) await keepResult(tx, idempotency, result);
  return result;
}

async function abandon(lane: Lane, span: Span, report: (error: unknown) => void): Promise<void> {
  span.open = false;
  try {
    await lane.rollback();
  } catch (error) {
    report(error);
  }
}

async function runEffects(effects: Effect[], report: (error: unknown) => void): Promise<void> {
  for (const effect of effects) {
    try {
      await effect();
    } catch (error) {
      report(error);
    }
  }
}

function refusal(condition: Condition): Fault {
  if (condition === "readonly")
    return new Fault("SERVICE_UNAVAILABLE", "READ_ONLY", { message: "The database is open for reading only." });
  return new Fault("SERVICE_UNAVAILABLE", "STORAGE_FAULT", {
    message: "The server's disk failed earlier, so nothing is saved until the administrator has restarted it.",
  });
}
