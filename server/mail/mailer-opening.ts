import path from "node:path";

import type { Settings } from "#server/settings.ts";

import type { Mailer } from "./mailer.ts";
import { createOutboxMailer } from "./outbox-mailer.ts";
import { createSmtpMailer } from "./smtp-mailer.ts";

/** The mailer the settings choose: SMTP, or one `.eml` file a mail in `<data directory>/outbox`. */
export function openMailer({
  smtpUrl,
  mailFrom,
  dataDirectory,
}: Pick<Settings, "smtpUrl" | "mailFrom" | "dataDirectory">): Mailer {
  return smtpUrl === null
    ? createOutboxMailer(path.join(dataDirectory, "outbox"), mailFrom)
    : createSmtpMailer(smtpUrl, mailFrom);
}
