import { eq } from "drizzle-orm";

import { type MailPreferences, usualMailPreferences } from "#shared/features/notifications/mail-preference.ts";

import type { ReadDb } from "#server/db/database.ts";
import { mailPreferences } from "#server/db/schema/index.ts";

/** What a person wants to be told by mail; the usual for whoever never chose. */
export async function mailPreferencesOf(db: ReadDb, userId: string): Promise<MailPreferences> {
  const [chosen] = await db
    .select({
      wantsRequests: mailPreferences.wantsRequests,
      wantsMentions: mailPreferences.wantsMentions,
      wantsDigest: mailPreferences.wantsDigest,
      digestHour: mailPreferences.digestHour,
      timeZone: mailPreferences.timeZone,
    })
    .from(mailPreferences)
    .where(eq(mailPreferences.userId, userId));
  return chosen ?? usualMailPreferences;
}
