import { createHmac, timingSafeEqual } from "node:crypto";

import { type MailTopic, mailTopics } from "#shared/features/accounts/account-words.ts";
import { idSchema } from "#shared/ids.ts";

/** Says whose mails of which topic end; it carries no other right, so it never expires. */
export type Unsubscription = { userId: string; topic: MailTopic };

/** The address under which somebody ends mails of a topic: a page to look at, and by POST the deed itself (RFC 8058). */
export function unsubscribePath(secret: string | null, { userId, topic }: Unsubscription): string {
  return `/unsubscribe?token=${topic}.${userId}.${signatureOf(secret, userId, topic)}`;
}

/** Whose mails a token ends; null unless this installation made it. */
export function readUnsubscribeToken(secret: string | null, token: string): Unsubscription | null {
  const [word, userId = "", signature = ""] = token.split(".");
  const topic = mailTopics.find((each) => each === word);
  if (topic === undefined || !idSchema.safeParse(userId).success) return null;
  const given = Buffer.from(signature);
  const expected = Buffer.from(signatureOf(secret, userId, topic));
  return given.length === expected.length && timingSafeEqual(given, expected) ? { userId, topic } : null;
}

// The purpose is signed with it: what the secret signs elsewhere is no token here.
function signatureOf(secret: string | null, userId: string, topic: MailTopic): string {
  if (secret === null) throw new Error("There is no secret to sign links with");
  return createHmac("sha256", secret).update(`unsubscribe ${topic} ${userId}`).digest("base64url");
}
