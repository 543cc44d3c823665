import type { MailKind } from "#shared/features/accounts/account-words.ts";
import type { Language } from "#shared/languages.ts";

import { writeInvitationLetter } from "#server/features/invitations/invitation-letter-service.ts";
import { issueLink } from "#server/features/accounts/link-service.ts";
import { renewPartToken } from "#server/features/reporting/part-link-service.ts";
import type { Parts } from "#server/parts.ts";

import { gapReminderBody } from "./gap-bodies.ts";
import { digestBody, mentionBody } from "./notification-bodies.ts";
import { reportDigestBody } from "./request-bodies.ts";

/** Who has the address; null for somebody we do not know yet. */
type Reader = { id: string } | null;

/** `language` is the reader's. */
export type MailToCompose = { to: string; language: Language; params: Readonly<Record<string, string>> };

/** What a mail says beyond its fixed words, as it is at the moment it leaves. */
export type MailBody = {
  /** Path on this installation that the button opens. */
  path: string;
  /** Values for the fixed words, beside those that were queued. */
  params?: Record<string, string>;
  /** Words of a person, under the first paragraph and marked as quoted. */
  quote?: string;
  /** Lines of a list under the first paragraph. */
  items?: readonly string[];
  /** Path that ends mails of this kind. */
  unsubscribePath?: string;
};

type BodyMaker = (parts: Parts, reader: Reader, mail: MailToCompose) => Promise<MailBody | null>;

/**
 * What each kind of mail says and opens. It is asked when the mail leaves: tokens are made then and stored nowhere, rights
 * are those of then. Null sends nothing; a mail to somebody unknown leaves only where the kind answers for a null reader.
 */
export const mailBodies: Record<MailKind, BodyMaker> = {
  reset: withLink("reset"),
  welcome: withLink("welcome"),
  "seat-given": toKnown(async () => ({ path: "/" })),
  "password-changed": toKnown(async () => ({ path: "/sign-in" })),
  // Known or not: whoever is asked may have no account yet.
  invitation: (parts, _reader, { to, language, params }) =>
    writeInvitationLetter(parts, { to, language, id: params["invitation"] ?? "" }),
  "part-link": toKnown(async (parts, reader, { params }) => {
    const token = await parts.db.housekeep((tx) => renewPartToken(tx, params["linkId"] ?? "", reader.id));
    return token === null ? null : { path: `/part#${token}` };
  }),
  mention: toKnown((parts, reader, { params }) => mentionBody(parts, reader.id, params["notificationId"] ?? "")),
  "notification-digest": toKnown((parts, reader, { params }) => digestBody(parts, reader.id, params)),
  "report-digest": toKnown(reportDigestBody),
  "gap-reminder": toKnown(gapReminderBody),
  "emergency-access": toKnown(async (_parts, _reader, { params }) => ({
    path: `/organisations/${params["organisationId"] ?? ""}`,
    quote: params["reason"] ?? "",
  })),
};

function toKnown(
  make: (parts: Parts, reader: { id: string }, mail: MailToCompose) => Promise<MailBody | null>,
): BodyMaker {
  return async (parts, reader, mail) => (reader === null ? null : make(parts, reader, mail));
}

function withLink(kind: "reset" | "welcome"): BodyMaker {
  return toKnown(async (parts, reader) => {
    const token = await parts.db.housekeep((tx) => issueLink(tx, kind, reader.id));
    return { path: `/reset?token=${token}` };
  });
}
