import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";

import { createTransport } from "nodemailer";

import { type Mailer, mailHeaders, messageIdOf } from "./mailer.ts";

/**
 * Writes every mail as `<id>.eml` into `folder`, for installations without an SMTP server: the administrator opens the
 * file and passes the link on. Only the owner of the server's files can read it.
 */
export function createOutboxMailer(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows", disableFileAccess: true, disableUrlAccess: true });
  return {
    kind: "outbox",
    async send({ id, to, subject, text, html }) {
      const mail = { from, to: { name: "", address: to }, subject, text, html, messageId: messageIdOf(id, from), headers: mailHeaders };
      const { message } = await transport.sendMail(mail);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${id}.eml`);
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    async close() {},
  };
}
