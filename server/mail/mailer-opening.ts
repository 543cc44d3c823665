import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";

import { createTransport } from "nodemailer";

import type { Settings } from "#server/settings.ts";

import type { Mailer } from "./mailer.ts";

/** The mailer the settings choose: SMTP, or one `.eml` file a mail in `<data directory>/outbox`. */
export function openMailer({ smtpUrl, mailFrom, dataDirectory }: Settings): Mailer {
  return smtpUrl === null ? outboxMailer(path.join(dataDirectory, "outbox"), mailFrom) : smtpMailer(smtpUrl, mailFrom);
}

function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url, { from, disableFileAccess: true, disableUrlAccess: true });
  return {
    kind: "smtp",
    async send({ id, ...mail }) {
      await transport.sendMail({ ...mail, messageId: `<${id}@consortia>` });
    },
    async close() {
      transport.close();
    },
  };
}

function outboxMailer(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, disableFileAccess: true, disableUrlAccess: true }, { from });
  return {
    kind: "outbox",
    async send({ id, ...mail }) {
      const { message } = await transport.sendMail({ ...mail, messageId: `<${id}@consortia>` });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${id}.eml`);
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    async close() {},
  };
}
