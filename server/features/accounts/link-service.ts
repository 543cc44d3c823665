import { createHash, randomBytes } from "node:crypto";

import { and, eq, gt, isNull, or } from "drizzle-orm";

import { Fault } from "#shared/fault.ts";
import type { AccountLinkKind } from "#shared/features/accounts/account-words.ts";

import type { HousekeepingTx, ReadDb } from "#server/db/database.ts";
import { accountLinks } from "#server/db/schema/index.ts";

const hour = 3_600_000;

/** How long a link opens something, in ms. */
export const linkLifeMs: Record<AccountLinkKind, number> = { setup: 24 * hour, reset: hour, welcome: 7 * 24 * hour };

export type AccountLink = { id: string; kind: AccountLinkKind; userId: string | null };

// A letter first: a token of digits alone would be read as a number out of an address.
const prefixes: Record<AccountLinkKind, string> = { setup: "s", reset: "r", welcome: "w" };

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/**
 * Makes a one-time link and returns its token (192 random bits), of which only the hash is stored. Open links of the same
 * kind and person end: a letter asked for twice leaves one link that works.
 */
export async function issueLink(tx: HousekeepingTx, kind: AccountLinkKind, userId: string | null): Promise<string> {
  const owner = userId === null ? isNull(accountLinks.userId) : eq(accountLinks.userId, userId);
  await tx.delete(accountLinks).where(and(eq(accountLinks.kind, kind), owner, isNull(accountLinks.usedAt)));
  const token = prefixes[kind] + randomBytes(24).toString("base64url");
  await tx.insert(accountLinks).values({
    id: tx.id(),
    kind,
    userId,
    tokenHash: hashOf(token),
    expiresAt: tx.now + linkLifeMs[kind],
    createdAt: tx.now,
  });
  return token;
}

/**
 * The open link a token stands for, at `now` in ms UTC. Faults: NOT_FOUND LINK_UNKNOWN for an unknown or altered one (and for one
 * that a newer replaced), PRECONDITION_FAILED LINK_USED or LINK_EXPIRED.
 */
export async function findLink(db: ReadDb, token: string, now: number): Promise<AccountLink> {
  const [link] = await db
    .select()
    .from(accountLinks)
    .where(eq(accountLinks.tokenHash, hashOf(token)));
  if (!link)
    throw new Fault("NOT_FOUND", "LINK_UNKNOWN", {
      message: "This link is not one of ours. Please check that it is complete.",
    });
  if (link.usedAt !== null) throw linkUsed();
  if (link.expiresAt <= now)
    throw new Fault("PRECONDITION_FAILED", "LINK_EXPIRED", { message: "This link has expired." });
  return { id: link.id, kind: link.kind, userId: link.userId };
}

/** Uses a link up, once only: of two at the same moment the second gets LINK_USED. Ends the person's other links with it. */
export async function useLink(tx: HousekeepingTx, link: AccountLink): Promise<void> {
  const used = await tx
    .update(accountLinks)
    .set({ usedAt: tx.now })
    .where(and(eq(accountLinks.id, link.id), isNull(accountLinks.usedAt), gt(accountLinks.expiresAt, tx.now)))
    .returning({ id: accountLinks.id });
  if (used.length === 0) throw linkUsed();
  if (link.userId !== null) await endLinksOf(tx, link.userId);
}

/** Ends every open link of a person: whoever chose a password anew needs none of them. */
export async function endLinksOf(tx: HousekeepingTx, userId: string): Promise<void> {
  const open = or(eq(accountLinks.kind, "reset"), eq(accountLinks.kind, "welcome"));
  await tx
    .update(accountLinks)
    .set({ usedAt: tx.now })
    .where(and(eq(accountLinks.userId, userId), open, isNull(accountLinks.usedAt)));
}

function linkUsed(): Fault {
  return new Fault("PRECONDITION_FAILED", "LINK_USED", { message: "This link was used already." });
}
