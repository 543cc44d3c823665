import { mailPreferencesOf } from "#server/features/accounts/mail-preference-queries.ts";
import { unsubscribePath } from "#server/features/accounts/unsubscribe-token.ts";
import { peopleOf } from "#server/features/notifications/recipient-queries.ts";
import type { Parts } from "#server/parts.ts";
import { type GapKind, gapKinds } from "#shared/features/gaps/gap-words.ts";
import type { Language } from "#shared/languages.ts";

import { gapNamesEn } from "./gap-names-en.ts";
import { gapNamesFi } from "./gap-names-fi.ts";
import { gapNamesRu } from "./gap-names-ru.ts";
import type { MailBody, MailToCompose } from "./mail-bodies.ts";

/** What each kind of gap is called, in the language of a mail. */
export const gapNames: Record<Language, Record<GapKind, string>> = { en: gapNamesEn, ru: gapNamesRu, fi: gapNamesFi };

/** The kinds of gaps somebody was reminded of, how many of each, and where they are; null for who acts there no more or wants no such mails. */
export async function gapReminderBody(
  { db, settings }: Parts,
  reader: { id: string },
  { language, params }: MailToCompose,
): Promise<MailBody | null> {
  const people = await peopleOf(db.read, [params["organisationId"] ?? ""]);
  if (!people.some(({ userId }) => userId === reader.id)) return null;
  if (!(await mailPreferencesOf(db.read, reader.id)).wantsRequests) return null;
  const kinds = (params["kinds"] ?? "").split(",").map((part) => part.split(" "));
  return {
    path: `/projects/${params["projectId"] ?? ""}/gaps?owner=${params["organisationId"] ?? ""}`,
    items: kinds.flatMap(([name, count]) => {
      const kind = gapKinds.find((each) => each === name);
      return kind ? [gapNames[language][kind] + (count === "1" ? "" : ` (${count ?? ""})`)] : [];
    }),
    unsubscribePath: unsubscribePath(settings.secret, { userId: reader.id, topic: "requests" }),
  };
}
