import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";

import { childEntry } from "#server/paths.ts";
import { Fault } from "#shared/fault.ts";
import type { ParsedImport } from "#shared/features/imports/consortium.ts";

import { importLimits } from "./import-limits.ts";
import type { ParseAnswer } from "./parse-child.ts";
import type { ImportSource } from "./parse-files.ts";

const watchEveryMs = 50;
const pageBytes = 4096;

type RunOptions = { longestMs?: number; residentMb?: number };

/**
 * Reads the files in a child process with a memory cap and a time limit. Faults: PAYLOAD_TOO_LARGE IMPORT_TOO_LARGE
 * when it needs more of either, UNPROCESSABLE_CONTENT FILE_DAMAGED when it fails otherwise; the child is gone in every case.
 */
export function parseInChild(
  sources: readonly ImportSource[],
  { longestMs = importLimits.milliseconds, residentMb: mostResidentMb = importLimits.residentMb }: RunOptions = {},
): Promise<ParsedImport> {
  return new Promise((resolve, reject) => {
    const child = fork(childEntry("server/imports/parse-child"), [], {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${importLimits.heapMb}`],
      // Nothing of the server's environment: no secret, and one time zone wherever it runs.
      env: { TZ: "UTC", NODE_ENV: "production" },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      clearInterval(watch);
      child.removeAllListeners();
      child.on("error", () => undefined);
      child.kill("SIGKILL");
      settle();
    };
    const timer = setTimeout(() => finish(() => reject(tooLarge())), longestMs);
    const watch = setInterval(() => {
      void residentMb(child).then((used) => (used > mostResidentMb ? finish(() => reject(tooLarge())) : undefined));
    }, watchEveryMs);
    child.on("message", (message) => {
      const answer = message as ParseAnswer;
      if ("parsed" in answer) finish(() => resolve(answer.parsed));
      else finish(() => reject(damaged(answer.failure)));
    });
    child.on("error", (error) => finish(() => reject(error)));
    // Out of memory ends it by a signal, or with a code of its own.
    child.on("exit", () => finish(() => reject(tooLarge())));
    child.send(sources);
  });
}

/** Memory that a process holds, where the system tells it; the cap of the heap holds everywhere. */
async function residentMb({ pid }: ChildProcess): Promise<number> {
  if (process.platform !== "linux" || pid === undefined) return 0;
  const statm = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
  return (Number(statm.split(" ")[1] ?? 0) * pageBytes) / 1024 / 1024;
}

function tooLarge(): Fault {
  return new Fault("PAYLOAD_TOO_LARGE", "IMPORT_TOO_LARGE", {
    message: "Reading the files took too much memory or time. Nothing was imported.",
  });
}

function damaged(cause: string): Fault {
  return new Fault("UNPROCESSABLE_CONTENT", "FILE_DAMAGED", {
    message: "The files cannot be read. Nothing was imported.",
    cause,
  });
}
