import { type ChildProcess, fork } from "node:child_process";

import { childEntry } from "#server/paths.ts";

import type { ChildAnswer } from "./child-answer.ts";

export type ChildRun = {
  /** The sources of the child: a file `…-child.ts`. */
  entry: Parameters<typeof childEntry>[0];
  /** Cap of its heap; none where the work lies outside of it. */
  heapMb?: number;
  longestMs: number;
  /** Ends the child; the run then rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Looks at the running child now and then; true stops it as if it had run out of time. */
  isTooMuch?: (child: ChildProcess) => Promise<boolean>;
};

/** How a child ended: with its answer, stopped because of time or memory, or by itself without a word. */
export type ChildEnd<Answer> =
  | ChildAnswer<Answer>
  | { how: "stopped" }
  | { how: "died"; code: number | null; noise: string };

const watchEveryMs = 50;

/**
 * Gives one task to a process of its own, whose memory and time are limited and which knows nothing of this server's
 * environment. Rejects when it was cancelled or could not be started; the child is gone in every case.
 */
export function runChild<Answer>(task: unknown, run: ChildRun): Promise<ChildEnd<Answer>> {
  const { signal, longestMs, isTooMuch } = run;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(asError(signal.reason));
    const child = start(run);
    let noise = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (noise = `${noise}${text}`.slice(-2_000)));
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener("abort", cancel);
      child.removeAllListeners();
      child.on("error", () => undefined);
      child.kill("SIGKILL");
      settle();
    };
    const stop = () => finish(() => resolve({ how: "stopped" }));
    const cancel = () => finish(() => reject(asError(signal?.reason)));
    const timer = setTimeout(stop, longestMs);
    const watch = setInterval(() => {
      void isTooMuch?.(child).then((isMuch) => (isMuch ? stop() : undefined));
    }, watchEveryMs);
    signal?.addEventListener("abort", cancel);
    child.on("message", (answer) => finish(() => resolve(answer as ChildAnswer<Answer>)));
    child.on("error", (error) => finish(() => reject(error)));
    child.on("exit", (code) => finish(() => resolve({ how: "died", code, noise })));
    child.send(task as Parameters<ChildProcess["send"]>[0]);
  });
}

function start({ entry, heapMb }: ChildRun): ChildProcess {
  return fork(childEntry(entry), [], {
    serialization: "advanced",
    execArgv: heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`],
    // Nothing of the server's environment: no secret, and one time zone wherever it runs.
    env: { TZ: "UTC", NODE_ENV: "production" },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("The work was cancelled.");
}
