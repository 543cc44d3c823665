import { fork } from "node:child_process";

import { childEntry } from "#server/paths.ts";
import { Fault } from "#shared/fault.ts";

import type { RenderAnswer } from "./render-child.ts";
import type { RenderRequest } from "./render.ts";

const MOST_MEMORY_MB = 768;
const LONGEST_MS = 60_000;

type RunOptions = { signal?: AbortSignal; longestMs?: number };

/**
 * Renders in a child process with a memory cap. Rejects with the signal's reason when cancelled, with GATEWAY_TIMEOUT
 * EXPORT_TIMEOUT after `longestMs`, and with an Error when the child failed; the child is gone in every case.
 */
export function renderInChild(
  request: RenderRequest,
  { signal, longestMs = LONGEST_MS }: RunOptions = {},
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(asError(signal.reason));
    const child = fork(childEntry("server/exports/render-child"), [], {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${MOST_MEMORY_MB}`],
      // Nothing of the server's environment: no secret, and one time zone wherever it runs.
      env: { TZ: "UTC", NODE_ENV: "production" },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let noise = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (noise = `${noise}${text}`.slice(-2_000)));
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", cancel);
      child.removeAllListeners();
      child.on("error", () => undefined);
      child.kill("SIGKILL");
      settle();
    };
    const cancel = () => finish(() => reject(asError(signal?.reason)));
    const timer = setTimeout(() => finish(() => reject(timeout())), longestMs);
    signal?.addEventListener("abort", cancel);
    child.on("message", (message) => {
      const answer = message as RenderAnswer;
      if ("bytes" in answer) finish(() => resolve(answer.bytes));
      else finish(() => reject(new Error(answer.failure)));
    });
    child.on("error", (error) => finish(() => reject(error)));
    child.on("exit", (code) =>
      finish(() => reject(new Error(`The render ended with ${code ?? "a signal"}. ${noise}`))),
    );
    child.send(request);
  });
}

function timeout(): Fault {
  return new Fault("GATEWAY_TIMEOUT", "EXPORT_TIMEOUT", { message: "The export took too long and was stopped." });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("The export was cancelled.");
}
