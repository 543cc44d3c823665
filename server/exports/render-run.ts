import { runChild } from "#server/children/child-run.ts";
import { Fault } from "#shared/fault.ts";

import type { RenderRequest } from "./render.ts";

const MOST_MEMORY_MB = 768;
const LONGEST_MS = 60_000;

type RunOptions = { signal?: AbortSignal; longestMs?: number };

/**
 * Renders in a child process with a memory cap. Rejects with the signal's reason when cancelled, with GATEWAY_TIMEOUT
 * EXPORT_TIMEOUT after `longestMs`, and with an Error when the child failed; the child is gone in every case.
 */
export async function renderInChild(
  request: RenderRequest,
  { signal, longestMs = LONGEST_MS }: RunOptions = {},
): Promise<Uint8Array> {
  const end = await runChild<Uint8Array>(request, {
    entry: "server/exports/render-child",
    heapMb: MOST_MEMORY_MB,
    longestMs,
    signal,
  });
  if (end.how === "answered") return end.result;
  if (end.how === "stopped")
    throw new Fault("GATEWAY_TIMEOUT", "EXPORT_TIMEOUT", { message: "The export took too long and was stopped." });
  throw new Error(end.how === "failed" ? end.failure : `The render ended with ${end.code ?? "a signal"}. ${end.noise}`);
}
