import { and, eq, gt, inArray } from "drizzle-orm";

import { Fault, notFound } from "#shared/fault.ts";
import { horizonTables } from "#shared/features/exports/export-words.ts";
import type { StartExportInput } from "#shared/features/exports/export.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { Tx } from "#server/db/database.ts";
import { jobs } from "#server/db/schema/index.ts";
import { loadMembership } from "#server/features/members/membership.ts";

const MOST_PER_MINUTE = 10;
const MOST_WAITING = 40;
const MINUTE = 60_000;

/**
 * Puts an export into the queue for the seat the person acts from. Whoever may read the project may export what he may
 * see of it. Faults: NOT_FOUND, TOO_MANY_REQUESTS (10 a minute), SERVICE_UNAVAILABLE EXPORT_BUSY (40 waiting).
 */
export async function startExport(tx: Tx, person: Person, input: StartExportInput): Promise<{ id: string }> {
  const membership = await loadMembership(tx, person, input.projectId);
  const isRecent = and(eq(jobs.kind, "export"), eq(jobs.userId, person.userId), gt(jobs.createdAt, tx.now - MINUTE));
  // One transaction writes at a time on either database, so nobody slips in between the count and the row.
  if ((await tx.$count(jobs, isRecent)) >= MOST_PER_MINUTE) {
    throw new Fault("TOO_MANY_REQUESTS", "TOO_MANY_REQUESTS", {
      message: "At most ten exports a minute. Please wait a little.",
      params: { seconds: MINUTE / 1000 },
    });
  }
  if (
    (await tx.$count(jobs, and(eq(jobs.kind, "export"), inArray(jobs.state, ["pending", "running"])))) >= MOST_WAITING
  ) {
    throw new Fault("SERVICE_UNAVAILABLE", "EXPORT_BUSY", {
      message: "Many exports are waiting. Please try again in a minute.",
    });
  }
  const id = tx.id();
  const { format, audience, language, document = "summary", compare, gantt, ruleBook } = input;
  const tables = document === "horizon-tables" ? { tables: input.tables ?? [...horizonTables] } : {};
  const more =
    document === "summary"
      ? {}
      : {
          document,
          ...tables,
          ...(compare ? { compare } : {}),
          ...(gantt ? { gantt } : {}),
          ...(ruleBook ? { ruleBook } : {}),
        };
  const parameters = { format, audience, language, ...more };
  await tx.insert(jobs).values({
    id,
    kind: "export",
    userId: person.userId,
    actingForId: membership.organisationId,
    projectId: input.projectId,
    state: "pending",
    stage: "queued",
    parameters,
    createdAt: tx.now,
  });
  // Kept for the audit, but outside the project's history: who exports what is nobody else's business.
  await tx.record({
    entity: "export",
    entityId: id,
    action: "created",
    projectId: null,
    organisationId: membership.organisationId,
    before: null,
    after: { projectId: input.projectId, ...parameters },
  });
  return { id };
}

/** Stops an own export that waits or runs. Faults: NOT_FOUND, CONFLICT NOT_RUNNING when it has ended. */
export async function cancelExport(tx: Tx, person: Person, id: string): Promise<{ id: string }> {
  const [stopped] = await tx
    .update(jobs)
    .set({ state: "cancelled", cancelledAt: tx.now, finishedAt: tx.now })
    .where(and(isOwn(person, id), inArray(jobs.state, ["pending", "running"])))
    .returning({ id: jobs.id });
  if (!stopped) {
    if ((await tx.$count(jobs, isOwn(person, id))) === 0) throw notFound();
    throw new Fault("CONFLICT", "NOT_RUNNING", { message: "The export has already ended." });
  }
  await tx.record({
    entity: "export",
    entityId: id,
    action: "cancelled",
    before: { state: "running" },
    after: { state: "cancelled" },
  });
  return { id };
}

/** Removes an own export that has ended from the history; gives the key of its file, which goes after the commit. */
export async function removeExport(
  tx: Tx,
  person: Person,
  id: string,
): Promise<{ id: string; fileKey: string | null }> {
  const [gone] = await tx
    .delete(jobs)
    .where(and(isOwn(person, id), inArray(jobs.state, ["finished", "failed", "cancelled"])))
    .returning({ id: jobs.id, fileKey: jobs.fileKey });
  if (!gone) {
    if ((await tx.$count(jobs, isOwn(person, id))) === 0) throw notFound();
    throw new Fault("CONFLICT", "STILL_RUNNING", { message: "Cancel the export before removing it." });
  }
  await tx.record({ entity: "export", entityId: id, action: "removed", before: { id }, after: null });
  return gone;
}

function isOwn(person: Person, id: string) {
  return and(eq(jobs.id, id), eq(jobs.kind, "export"), eq(jobs.userId, person.userId));
}
