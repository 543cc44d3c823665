import { mailPreferencesOf } from "#server/features/accounts/mail-preference-queries.ts";
import { unsubscribePath } from "#server/features/accounts/unsubscribe-token.ts";
import { issuePartLink } from "#server/features/reporting/part-link-service.ts";
import { type AskedPart, partsAskedOf } from "#server/features/reporting/request-digest-queries.ts";
import type { Parts } from "#server/parts.ts";
import type { Language } from "#shared/languages.ts";

import type { MailBody, MailToCompose } from "./mail-bodies.ts";
import { mailTexts } from "./mail-texts.ts";

/** Everything that is asked of a person now, over all projects; null when all of it came meanwhile or no such mails are wanted. */
export async function reportDigestBody(
  parts: Parts,
  reader: { id: string },
  { language }: MailToCompose,
): Promise<MailBody | null> {
  const { db, settings } = parts;
  if (!(await mailPreferencesOf(db.read, reader.id)).wantsRequests) return null;
  const asked = await partsAskedOf(db.read, reader.id);
  const [first] = asked;
  if (!first) return null;
  return {
    path: await pathOf(parts, reader.id, asked, first),
    params: { due: dayText(first.dueOn, language) },
    items: asked.map((part) => itemText(part, language)),
    unsubscribePath: unsubscribePath(settings.secret, { userId: reader.id, topic: "requests" }),
  };
}

/** The person's own link for a single part; named colleagues cannot sign in, so they get one in any case. */
async function pathOf({ db }: Parts, userId: string, asked: readonly AskedPart[], first: AskedPart): Promise<string> {
  const { projectId, participantId, periodId, namedById } = first;
  if (asked.length === 1 || asked.every((part) => part.namedById !== null)) {
    const part = { projectId, participantId, periodId, userId };
    const token = await db.housekeep((tx) => issuePartLink(tx, { ...part, kind: "mail", namedById }));
    if (token !== null) return `/part#${token}`;
  }
  const isOneProject = asked.every((part) => part.projectId === projectId);
  return isOneProject ? `/projects/${projectId}/updates?period=${periodId}` : "/";
}

function dayText(day: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day));
}

function itemText({ acronym, organisationName, number, dueOn, missing }: AskedPart, language: Language): string {
  const { period, due, missing: reports } = mailTexts[language].asked;
  return [
    acronym,
    organisationName,
    `${period} ${number}`,
    `${due} ${dayText(dueOn, language)}`,
    `${reports}: ${missing}`,
  ].join(" · ");
}
