import { issueLink } from "#server/features/accounts/link-service.ts";
import { installationName } from "#server/features/accounts/installation-queries.ts";
import { findPersonByEmail } from "#server/features/accounts/person-queries.ts";
import type { Parts } from "#server/parts.ts";
import type { MailKind } from "#shared/features/accounts/account-words.ts";
import type { Language } from "#shared/languages.ts";

import { type Letter, writeLetter } from "./mail-template.ts";

type MailToCompose = { kind: MailKind; to: string; language: Language; params: Record<string, string> };

/**
 * Writes a queued mail at the moment it leaves, in the language of its reader. One-time links are made here, so that
 * their tokens are never stored. Null when nobody has the address: asking for a reset looks the same for every address.
 */
export async function composeMail(parts: Parts, { kind, to, language, params }: MailToCompose): Promise<Letter | null> {
  const person = await findPersonByEmail(parts.db.read, to);
  if (!person) return null;
  const installation = await installationName(parts.db.read);
  const base = parts.settings.baseUrl ?? `http://localhost:${parts.settings.port}`;
  return writeLetter({
    kind,
    language: person.language ?? language,
    params: { ...params, installation, email: to },
    link: base + (await pathFor(parts, kind, person.id)),
  });
}

async function pathFor(parts: Parts, kind: MailKind, userId: string): Promise<string> {
  if (kind === "password-changed") return "/sign-in";
  if (kind === "seat-given") return "/";
  const token = await parts.db.housekeep((tx) => issueLink(tx, kind, userId));
  return `/reset?token=${token}`;
}
