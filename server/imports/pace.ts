import { setImmediate as nextTurn } from "node:timers/promises";

import { Fault } from "#shared/fault.ts";

const recordsBetween = 100;

/**
 * Lets a long import breathe: every hundred records the server answers others, says how far it is, and looks whether
 * it was cancelled. The transaction stays one. Faults: CONFLICT CANCELLED.
 */
export class Pace {
  private done = 0;
  private readonly signal: AbortSignal | undefined;
  private readonly report: (done: number) => void;

  constructor(signal?: AbortSignal, report: (done: number) => void = () => undefined) {
    this.signal = signal;
    this.report = report;
  }

  async step(records = 1): Promise<void> {
    const before = Math.floor(this.done / recordsBetween);
    this.done += records;
    if (Math.floor(this.done / recordsBetween) === before) return;
    this.report(this.done);
    await nextTurn();
    if (this.signal?.aborted)
      throw new Fault("CONFLICT", "CANCELLED", { message: "The import was cancelled. Nothing was written." });
  }
}
