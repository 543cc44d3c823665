import { statfs } from "node:fs/promises";

import { type RequestHandler, type Response, Router } from "express";

import { users } from "#server/db/schema/index.ts";
import type { Parts } from "#server/parts.ts";

/** Below this a write may fail half-way; the server says so before it happens. */
const fullBelowBytes = 2 * 1024 * 1024;
const warnBelowBytes = 500 * 1024 * 1024;

export type Readiness = {
  ready: boolean;
  reason: "STOPPING" | "STORAGE_FAULT" | "STORAGE_FULL" | "READONLY" | "DB_UNAVAILABLE" | null;
};

/** `/health/live` answers while the program runs; `/health/ready` only while it can read and save. */
export function healthRoutes(parts: Parts, isStopping: () => boolean): Router {
  const router = Router();
  router.get(
    "/health/live",
    answer(async () => ({ ready: true, reason: null })),
  );
  router.get(
    "/health/ready",
    answer(async () => readinessOf(parts, isStopping())),
  );
  return router;
}

function answer(find: () => Promise<Readiness>): RequestHandler {
  return async (_request, response: Response) => {
    const { ready, reason } = await find();
    response.setHeader("Cache-Control", "no-store");
    response
      .status(ready ? 200 : 503)
      .type("json")
      .end(JSON.stringify({ status: ready ? "ok" : "unavailable", ...(reason ? { reason } : {}) }));
  };
}

async function readinessOf(parts: Parts, stopping: boolean): Promise<Readiness> {
  if (stopping) return { ready: false, reason: "STOPPING" };
  const condition = parts.db.condition();
  if (condition === "storage-fault") return { ready: false, reason: "STORAGE_FAULT" };
  const free = await freeBytes(parts.settings.dataDirectory);
  if (free !== null && free < fullBelowBytes) return { ready: false, reason: "STORAGE_FULL" };
  const readable = await parts.db.read
    .select({ id: users.id })
    .from(users)
    .limit(1)
    .then(
      () => true,
      () => false,
    );
  return readable ? { ready: true, reason: null } : { ready: false, reason: "DB_UNAVAILABLE" };
}

/** Free bytes on the disk of `folder` for this program's user, or null when that cannot be told. */
export async function freeBytes(folder: string): Promise<number | null> {
  const found = await statfs(folder).catch(() => null);
  return found === null ? null : found.bavail * found.bsize;
}

/** Writes a warning when little room is left on the disk of the data directory. */
export async function warnOfLittleSpace(parts: Parts): Promise<void> {
  const free = await freeBytes(parts.settings.dataDirectory);
  if (free !== null && free < warnBelowBytes)
    parts.log.warn({ freeBytes: free }, "less than 500 MB free on the disk of the data directory");
}
