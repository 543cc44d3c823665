import { Fault } from "#shared/fault.ts";

import { parseInChild } from "./parse-run.ts";
import type { ParseTask } from "./parse-task.ts";

const mostWaiting = 8;
let waiting = 0;
let turn: Promise<unknown> = Promise.resolve();

/** Reads files one import after the other, so that many of them together need no more memory than one. Faults: SERVICE_UNAVAILABLE IMPORT_BUSY. */
export async function parseInTurn<Answer>(task: ParseTask): Promise<Answer> {
  if (waiting >= mostWaiting) {
    throw new Fault("SERVICE_UNAVAILABLE", "IMPORT_BUSY", {
      message: "Many imports are waiting. Please try again in a minute.",
    });
  }
  waiting += 1;
  const mine = turn.then(() => parseInChild<Answer>(task));
  turn = mine.catch(() => undefined);
  return await mine.finally(() => (waiting -= 1));
}
