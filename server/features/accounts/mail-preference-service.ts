import { and, eq } from "drizzle-orm";

import { stale } from "#shared/fault.ts";
import type { MailTopic } from "#shared/features/accounts/account-words.ts";
import {
  type MailPreferences,
  type ReviseMailPreferencesInput,
  usualMailPreferences,
} from "#shared/features/accounts/mail-preferences.ts";
import type { Person } from "#shared/features/members/standing.ts";
import type { Written } from "#shared/versions.ts";

import type { Tx } from "#server/db/database.ts";
import { mailPreferences } from "#server/db/schema/index.ts";

import { preferencesOf } from "./mail-preference-queries.ts";

/** Changes what mails the person wants; the first choice makes the row out of what is usual. Faults: STALE. */
export async function reviseMailPreferences(
  tx: Tx,
  { userId }: Pick<Person, "userId">,
  { version, patch }: ReviseMailPreferencesInput,
): Promise<Written> {
  const [before] = await tx.select().from(mailPreferences).where(eq(mailPreferences.userId, userId));
  const chosen = { ...(before ? preferencesOf(before) : usualMailPreferences), ...patch };
  const [after] =
    version === null
      ? await tx
          .insert(mailPreferences)
          .values({ ...chosen, userId, version: 1, createdAt: tx.now, updatedAt: tx.now })
          .onConflictDoNothing()
          .returning()
      : await tx
          .update(mailPreferences)
          .set({ ...chosen, version: version + 1, updatedAt: tx.now })
          .where(and(eq(mailPreferences.userId, userId), eq(mailPreferences.version, version)))
          .returning();
  if (!after) throw stale(before ? { ...preferencesOf(before), version: before.version } : usualMailPreferences);
  await tx.record({
    entity: "user",
    entityId: userId,
    action: "updated",
    before: before ? preferencesOf(before) : usualMailPreferences,
    after: preferencesOf(after),
  });
  return { id: userId, version: after.version };
}

const wishes: Record<MailTopic, keyof MailPreferences> = {
  requests: "wantsRequests",
  mentions: "wantsMentions",
  digest: "wantsDigest",
};

/** Ends the mails of a topic, as the link in each of them does. */
export async function endMails(tx: Tx, userId: string, topic: MailTopic): Promise<void> {
  const [row] = await tx.select().from(mailPreferences).where(eq(mailPreferences.userId, userId));
  await reviseMailPreferences(tx, { userId }, { version: row?.version ?? null, patch: { [wishes[topic]]: false } });
}
