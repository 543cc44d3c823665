import type { LiveChange } from "#client/app/live-rules.ts";

/** What is to be read again: everything, or what these changes touch. */
export type Reread = { isAll: boolean; changes: LiveChange[] };

/** Gathers changes that come close together and reports them once, `pause` milliseconds after the first of them. */
export function createChangeGatherer(report: (reread: Reread) => void, pause = 50) {
  let waiting: LiveChange[] = [];
  let isAll = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    const reread = { isAll, changes: waiting };
    waiting = [];
    isAll = false;
    timer = undefined;
    report(reread);
  };
  return {
    /** A change, or the word that too much was missed to name it. */
    add(change: LiveChange | { reset: true }): void {
      if ("reset" in change) isAll = true;
      else waiting.push(change);
      timer ??= setTimeout(flush, pause);
    },
    stop(): void {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
