import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";

import { runChild } from "#server/children/child-run.ts";
import { Fault } from "#shared/fault.ts";

import { importLimits } from "./import-limits.ts";
import type { ParseTask } from "./parse-task.ts";

const pageBytes = 4096;

type RunOptions = { longestMs?: number; residentMb?: number };

/**
 * Reads the files in a child process with a memory cap and a time limit. Faults: PAYLOAD_TOO_LARGE IMPORT_TOO_LARGE
 * when it needs more of either, UNPROCESSABLE_CONTENT FILE_DAMAGED when it fails otherwise; the child is gone in every case.
 */
export async function parseInChild<Answer>(
  task: ParseTask,
  { longestMs = importLimits.milliseconds, residentMb: mostResidentMb = importLimits.residentMb }: RunOptions = {},
): Promise<Answer> {
  const end = await runChild<Answer>(task, {
    entry: "server/imports/parse-child",
    heapMb: importLimits.heapMb,
    longestMs,
    isTooMuch: async (child) => (await residentMb(child)) > mostResidentMb,
  });
  if (end.how === "answered") return end.result;
  // Out of memory ends it by a signal, or with a code of its own.
  throw end.how === "failed" ? damaged(end.failure) : tooLarge();
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
