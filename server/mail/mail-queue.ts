import { and, asc, eq, isNull, lt, lte } from "drizzle-orm";

import type { MailKind } from "#shared/features/accounts/account-words.ts";
import type { Language } from "#shared/languages.ts";

import type { HousekeepingTx } from "#server/db/database.ts";
import { mails } from "#server/db/schema/index.ts";
import type { Parts } from "#server/parts.ts";

import { composeMail } from "./mail-composer.ts";

const minute = 60_000;

/** Waiting times after each failed attempt, in ms; after the last of them a mail is given up. */
const waits = [1, 5, 15, 60, 180, 360, 720, 1440].map((minutes) => minutes * minute);

/** A mail that was taken and never reported back (the program was killed) is tried again after this, in ms. */
const leaseMs = 2 * minute;
const keptMs = 30 * 24 * 60 * minute;

export type QueuedMail = {
  kind: MailKind;
  to: string;
  language: Language;
  params?: Record<string, string>;
  /** Leaves no sooner than this many milliseconds from now. */
  delayMs?: number;
};

const queues = new Set<() => void>();

/** Puts a mail into the transaction that causes it; it leaves after the commit, and never without it. */
export async function queueMail(
  tx: HousekeepingTx,
  { kind, to, language, params = {}, delayMs = 0 }: QueuedMail,
): Promise<void> {
  const nextAttemptAt = tx.now + delayMs;
  await tx.insert(mails).values({ id: tx.id(), kind, to, language, params, nextAttemptAt, createdAt: tx.now });
  tx.afterCommit(() => {
    for (const wake of queues) wake();
  });
}

export type MailQueue = {
  /** Resolves when everything that is due now was tried once. */
  flush(): Promise<void>;
  close(): Promise<void>;
};

/** Sends what is due: at once after a commit, and every `everyMs` for what failed or was left by an earlier run. */
export function startMailQueue(parts: Parts, everyMs = 15_000): MailQueue {
  let running = Promise.resolve();
  const stop = new AbortController();
  const flush = () => (running = running.catch(() => undefined).then(() => sendDue(parts, stop.signal)));
  const flushQuietly = () => void flush().catch((error: unknown) => parts.log.error({ err: error }, "mail queue"));
  // Of its own turn: whoever queued the mail has its answer first.
  const wake = () => void setImmediate(flushQuietly);
  const timer = setInterval(flushQuietly, everyMs).unref();
  queues.add(wake);
  wake();
  return {
    flush,
    async close() {
      stop.abort();
      queues.delete(wake);
      clearInterval(timer);
      await running.catch(() => undefined);
    },
  };
}

async function sendDue(parts: Parts, stop: AbortSignal): Promise<void> {
  while (!stop.aborted && (await sendNext(parts)));
}

type MailRow = typeof mails.$inferSelect;

/** Takes one due mail, tries to send it and notes how that went; false when nothing is due. */
async function sendNext(parts: Parts): Promise<boolean> {
  if (parts.db.condition() !== "writable") return false;
  const now = parts.clock();
  const [due] = await parts.db.read
    .select({ id: mails.id })
    .from(mails)
    .where(lte(mails.nextAttemptAt, now))
    .orderBy(asc(mails.nextAttemptAt), asc(mails.id))
    .limit(1);
  if (!due) return false;
  const row = await parts.db.housekeep((tx) => takeMail(tx, due.id, now));
  if (!row) return true;
  try {
    const mail = await composeMail(parts, row);
    if (mail) await parts.mailer.send({ ...mail, to: row.to, id: row.id });
    await parts.db.housekeep((tx) => noteSent(tx, row.id, mail !== null));
  } catch (error) {
    parts.log.warn({ err: error, mailId: row.id, attempt: row.attempts }, "mail not sent");
    await parts.db.housekeep((tx) => noteFailed(tx, row, error));
  }
  return true;
}

/** Null when another process was faster. */
async function takeMail(tx: HousekeepingTx, id: string, now: number): Promise<MailRow | null> {
  const [row] = await tx
    .select()
    .from(mails)
    .where(and(eq(mails.id, id), lte(mails.nextAttemptAt, now)));
  if (!row) return null;
  const attempts = row.attempts + 1;
  await tx
    .update(mails)
    .set({ attempts, nextAttemptAt: tx.now + leaseMs })
    .where(eq(mails.id, id));
  return { ...row, attempts };
}

/** A mail to nobody we know is forgotten; sent ones are kept for a month. */
async function noteSent(tx: HousekeepingTx, id: string, left: boolean): Promise<void> {
  if (left)
    await tx.update(mails).set({ sentAt: tx.now, nextAttemptAt: null, lastError: null }).where(eq(mails.id, id));
  else await tx.delete(mails).where(eq(mails.id, id));
  await tx.delete(mails).where(and(isNull(mails.nextAttemptAt), lt(mails.createdAt, tx.now - keptMs)));
}

async function noteFailed(tx: HousekeepingTx, row: MailRow, error: unknown): Promise<void> {
  const wait = waits[row.attempts - 1];
  const code = error instanceof Error && "code" in error ? `${String(error.code)}: ` : "";
  const lastError = (code + (error instanceof Error ? error.message : String(error))).slice(0, 300);
  await tx
    .update(mails)
    .set({ nextAttemptAt: wait === undefined ? null : tx.now + wait, lastError })
    .where(eq(mails.id, row.id));
}
