import path from "node:path";

import { desc, lt } from "drizzle-orm";

import { changes, idempotencyKeys, notifications, sessions } from "#server/db/schema/index.ts";
import { forgetRemovedFiles } from "#server/features/reporting/attachment-service.ts";
import { expireDueInvitations } from "#server/features/invitations/invitation-expiry-service.ts";
import { runReportingCycle } from "#server/features/reporting/reporting-cycle.ts";
import { closeOverdueDecisions, remindOfDecisions } from "#server/features/decisions/decision-deadline-service.ts";
import { sweepFiles } from "#server/files/file-sweep.ts";
import { warnOfLittleSpace } from "#server/http/health.ts";
import { sweepImports } from "#server/imports/import-files.ts";
import { queueDigests } from "#server/jobs/notification-digests.ts";
import type { Parts } from "#server/parts.ts";

const minute = 60_000;
const hour = 60 * minute;
const replaysKeptMs = 48 * hour;
const notificationsKeptMs = 365 * 24 * hour;
const digestsEveryMs = 5 * 60_000;
const requestsEveryMs = 10 * 60_000;
const noticedJumpMs = 5 * 60_000;

export type Upkeep = {
  /** Everything that is done once a day, now. */
  daily(): Promise<void>;
  /** Resolves once nothing of it runs any more. */
  close(): Promise<void>;
};

/** Looks after a running installation: at start, then hourly and daily. What fails is logged and tried the next time. */
export function startUpkeep(parts: Parts): Upkeep {
  const daily = async () => {
    await logHistoryHead(parts);
    if (parts.db.condition() !== "writable") return;
    await forgetWhatExpired(parts);
    await expireDueInvitations(parts);
    await sweepImports(parts);
    for (const key of await parts.db.housekeep(forgetRemovedFiles)) await parts.files.remove(key);
    const removed = await sweepFiles(parts.db.read, path.join(parts.settings.dataDirectory, "files"), Date.now());
    if (removed > 0) parts.log.info({ removed }, "files without a row removed");
  };
  let running = Promise.resolve();
  const attempt = (work: () => Promise<void>) => {
    running = running.then(work).catch((error: unknown) => parts.log.error({ err: error }, "upkeep failed"));
  };
  const timers = [
    setInterval(() => attempt(daily), 24 * hour),
    setInterval(() => attempt(() => warnOfLittleSpace(parts)), hour),
    setInterval(() => attempt(() => keepDeadlines(parts)), minute),
    setInterval(() => attempt(() => expireDueInvitations(parts)), hour),
    setInterval(() => attempt(() => sendDigests(parts)), digestsEveryMs),
    setInterval(() => attempt(() => askForReports(parts)), requestsEveryMs),
    watchClock(parts),
  ];
  for (const timer of timers) timer.unref();
  attempt(() => warnOfLittleSpace(parts));
  attempt(daily);
  attempt(() => keepDeadlines(parts));
  attempt(() => sendDigests(parts));
  attempt(() => askForReports(parts));
  return {
    daily,
    close() {
      for (const timer of timers) clearInterval(timer);
      return running;
    },
  };
}

async function askForReports(parts: Parts): Promise<void> {
  if (parts.db.condition() === "writable") await runReportingCycle(parts);
}

/** The end of the chain of changes, in a place of its own: whoever rewrites the whole history cannot rewrite the log. */
async function logHistoryHead({ db, log }: Parts): Promise<void> {
  const [last] = await db.read
    .select({ seq: changes.seq, hash: changes.hash })
    .from(changes)
    .orderBy(desc(changes.seq))
    .limit(1);
  if (last) log.info({ seq: last.seq, hash: last.hash }, "history head");
}

async function sendDigests(parts: Parts): Promise<void> {
  if (parts.db.condition() === "writable") await queueDigests(parts);
}

/** Votes are closed within a minute of their deadline, and whoever has not voted is reminded the day before. */
async function keepDeadlines({ db, clock }: Parts): Promise<void> {
  if (db.condition() !== "writable") return;
  await closeOverdueDecisions(db, clock());
  await remindOfDecisions(db, clock());
}

async function forgetWhatExpired({ db, clock }: Parts): Promise<void> {
  await db.housekeep(async (tx) => {
    await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.at, clock() - replaysKeptMs));
    await tx.delete(sessions).where(lt(sessions.expiresAt, new Date(clock())));
    await tx.delete(notifications).where(lt(notifications.at, clock() - notificationsKeptMs));
  });
}

/** Order comes from sequence numbers, but deadlines come from the clock: a jump back is worth a line. */
function watchClock({ log }: Parts): NodeJS.Timeout {
  let lead = Date.now() - performance.now();
  return setInterval(() => {
    const now = Date.now() - performance.now();
    if (lead - now > noticedJumpMs)
      log.warn({ seconds: Math.round((lead - now) / 1000) }, "this computer's clock went back");
    lead = now;
  }, 60_000);
}
