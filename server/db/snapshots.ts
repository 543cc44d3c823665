import type { ReadDb } from "./database.ts";
import { storageFault } from "./errors.ts";
import type { Engine } from "./lane.ts";
import { assertOutsideSpan, insideSpan, newSpan } from "./scope.ts";
import { readFacade } from "./tx.ts";

/** Runs `work` on one consistent, read-only view; what it was handed is of no use afterwards. */
export async function runSnapshot<T>(engine: Engine, work: (db: ReadDb) => Promise<T>): Promise<T> {
  assertOutsideSpan("snapshot");
  return await engine.withSnapshotLane(async (lane) => {
    const span = newSpan("snapshot");
    try {
      await lane.begin(span);
      return await insideSpan(span, () => work(readFacade(lane.db)));
    } catch (error) {
      throw storageFault(error) ?? error;
    } finally {
      span.open = false;
      // There is nothing to commit, and ending it cannot fail in a way that matters to the reader.
      await lane.rollback().catch(() => undefined);
    }
  });
}
