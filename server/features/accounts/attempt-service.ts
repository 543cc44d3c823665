import { createHash } from "node:crypto";

import { and, eq, gt, lt, sql } from "drizzle-orm";

import { Fault } from "#shared/fault.ts";

import type { Database } from "#server/db/database.ts";
import { rateLimits } from "#server/db/schema/index.ts";

const minute = 60_000;

/** How often something may be tried within a time, in ms, that starts with the first try (security.md, R-U5). */
const limits = {
  "sign-in-account": { most: 5, withinMs: 15 * minute },
  "sign-in-address": { most: 20, withinMs: 15 * minute },
  "mail-recipient": { most: 3, withinMs: 60 * minute },
  "mail-address": { most: 5, withinMs: 60 * minute },
  "mail-sender": { most: 30, withinMs: 60 * minute },
  "link-address": { most: 30, withinMs: 15 * minute },
} as const;

const longestMs = 60 * minute;

/** One thing to count: `subject` is an e-mail address, a client address or a user id. */
export type Attempt = { kind: keyof typeof limits; subject: string };

// The table tells nobody which addresses were tried.
const keyOf = ({ kind, subject }: Attempt): string => `${kind}:${createHash("sha256").update(subject).digest("hex")}`;

/**
 * Counts attempts, all or none. Fault TOO_MANY_REQUESTS with `seconds` to wait when one limit is reached; refused attempts are
 * not counted, so that nobody can be locked out for ever.
 */
export async function countAttempts(db: Database, attempts: readonly Attempt[]): Promise<void> {
  await db.housekeep(async (tx) => {
    await tx.delete(rateLimits).where(lt(rateLimits.lastRequest, tx.now - longestMs));
    for (const attempt of attempts) {
      const { most, withinMs } = limits[attempt.kind];
      const key = keyOf(attempt);
      const [known] = await tx.select().from(rateLimits).where(eq(rateLimits.key, key));
      const begun = known && known.lastRequest > tx.now - withinMs ? known : null;
      if (begun && begun.count >= most) throw tooMany(begun.lastRequest + withinMs - tx.now);
      const row = { key, count: (begun?.count ?? 0) + 1, lastRequest: begun?.lastRequest ?? tx.now };
      if (known) await tx.update(rateLimits).set(row).where(eq(rateLimits.id, known.id));
      else await tx.insert(rateLimits).values({ id: tx.id(), ...row });
    }
  });
}

/** Takes attempts back that turned out well: only failures count, however often somebody signs in. */
export async function forgiveAttempts(db: Database, attempts: readonly Attempt[]): Promise<void> {
  await db.housekeep(async (tx) => {
    for (const attempt of attempts) {
      const key = keyOf(attempt);
      if (attempt.kind === "sign-in-account") await tx.delete(rateLimits).where(eq(rateLimits.key, key));
      else
        await tx
          .update(rateLimits)
          .set({ count: sql`${rateLimits.count} - 1` })
          .where(and(eq(rateLimits.key, key), gt(rateLimits.count, 0)));
    }
  });
}

function tooMany(waitMs: number): Fault {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new Fault("TOO_MANY_REQUESTS", "TOO_MANY", {
    message: `Too many attempts. Please try again in ${seconds} seconds.`,
    params: { seconds },
  });
}
