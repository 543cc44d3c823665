import { installationName } from "#server/features/accounts/installation-queries.ts";
import { findPersonByEmail } from "#server/features/accounts/person-queries.ts";
import type { Parts } from "#server/parts.ts";
import type { MailKind } from "#shared/features/accounts/account-words.ts";

import { mailBodies, type MailToCompose } from "./mail-bodies.ts";
import { type Letter, writeLetter } from "./mail-template.ts";

/**
 * Writes a queued mail at the moment it leaves, in the language of its reader. Null when there is nothing to say, as to an
 * address nobody has: asking for a reset looks the same for every address.
 */
export async function composeMail(parts: Parts, mail: MailToCompose & { kind: MailKind }): Promise<Letter | null> {
  const { kind, to, params } = mail;
  const person = await findPersonByEmail(parts.db.read, to);
  const language = person?.language ?? mail.language;
  const body = await mailBodies[kind](parts, person, { to, language, params });
  if (!body) return null;
  const installation = await installationName(parts.db.read);
  const base = parts.settings.baseUrl ?? `http://localhost:${parts.settings.port}`;
  return writeLetter({
    kind,
    language,
    params: { ...params, ...body.params, installation, email: to },
    link: base + body.path,
    quote: body.quote,
    items: body.items,
    unsubscribe: body.unsubscribePath === undefined ? undefined : base + body.unsubscribePath,
  });
}
