import { eq } from "drizzle-orm";

import {
  type MailPreferences,
  type MailPreferencesView,
  usualMailPreferences,
} from "#shared/features/accounts/mail-preferences.ts";
import type { Person } from "#shared/features/members/standing.ts";

import type { ReadDb } from "#server/db/database.ts";
import { mailPreferences } from "#server/db/schema/index.ts";

type PreferencesDbRow = typeof mailPreferences.$inferSelect;

/** The preferences in a row, alone. */
export function preferencesOf(row: PreferencesDbRow): MailPreferences {
  const { wantsRequests, wantsMentions, wantsDigest, digestHour, timeZone } = row;
  return { wantsRequests, wantsMentions, wantsDigest, digestHour, timeZone };
}

/** What mails a person wants: as chosen, else as usual. */
export async function mailPreferencesOf(db: ReadDb, userId: string): Promise<MailPreferences> {
  const [row] = await db.select().from(mailPreferences).where(eq(mailPreferences.userId, userId));
  return row ? preferencesOf(row) : usualMailPreferences;
}

/** The own preferences with the version a change of them needs. */
export async function showMailPreferences(db: ReadDb, person: Person): Promise<MailPreferencesView> {
  const [row] = await db.select().from(mailPreferences).where(eq(mailPreferences.userId, person.userId));
  return { ...(row ? preferencesOf(row) : usualMailPreferences), version: row?.version ?? null };
}
