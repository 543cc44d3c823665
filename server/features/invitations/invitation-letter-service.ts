import { randomBytes } from "node:crypto";

import { and, eq, sql } from "drizzle-orm";

import { dayOf } from "#shared/dates.ts";
import type { Language } from "#shared/languages.ts";

import { invitations } from "#server/db/schema/index.ts";
import type { Parts } from "#server/parts.ts";

import { answerersOf } from "./addressee-queries.ts";
import { factsOfInvitation, type Invitation, inviterMayStill, tokenHashOf } from "./invitation-queries.ts";

/** An invitation's letter as it leaves. */
export type InvitationLetter = { path: string; params: Record<string, string>; quote: string };

/**
 * Writes the letter of an invitation at the moment it leaves; its token (192 random bits, of which the hash alone is stored)
 * ends the one before. Null when there is nothing to send any more: answered, taken back, run out, or without the right of
 * now on either side.
 */
export async function writeInvitationLetter(
  parts: Parts,
  { to, id, language }: { to: string; id: string; language: Language },
): Promise<InvitationLetter | null> {
  const { db, clock } = parts;
  const [invitation] = await db.read.select().from(invitations).where(eq(invitations.id, id));
  if (invitation?.state !== "pending" || invitation.expiresAt <= clock()) return null;
  if (!(await inviterMayStill(db.read, invitation, dayOf(clock())))) return null;
  const path = await pathFor(parts, invitation, to);
  if (path === null) return null;
  const { acronym, role, organisationName, inviterName, inviterOrganisationName } = await factsOfInvitation(
    db.read,
    invitation,
  );
  const expires = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(invitation.expiresAt);
  const params = {
    project: acronym,
    role,
    organisation: organisationName,
    inviter: inviterName,
    inviterOrganisation: inviterOrganisationName,
    expires,
  };
  return { path, params, quote: invitation.message };
}

/** Null where the letter is no longer this address's. */
async function pathFor(parts: Parts, { id, email, organisationId }: Invitation, to: string): Promise<string | null> {
  if (email === "") {
    const answerers = await answerersOf(parts.db.read, organisationId);
    if (!answerers.some((each) => each.email === to)) return null;
    return (await noteSent(parts, id, {})) ? `/invitation?id=${id}` : null;
  }
  if (email !== to) return null;
  // A letter first: a token of digits alone would be read as a number out of an address.
  const token = `i${randomBytes(24).toString("base64url")}`;
  return (await noteSent(parts, id, { tokenHash: tokenHashOf(token) })) ? `/invitation?token=${token}` : null;
}

async function noteSent(parts: Parts, id: string, link: { tokenHash?: string }): Promise<boolean> {
  const noted = await parts.db.housekeep((tx) =>
    tx
      .update(invitations)
      .set({ ...link, lastSentAt: tx.now, sentCount: sql`${invitations.sentCount} + 1` })
      .where(and(eq(invitations.id, id), eq(invitations.state, "pending")))
      .returning({ id: invitations.id }),
  );
  return noted.length > 0;
}
