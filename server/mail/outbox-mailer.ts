import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";

import { createTransport } from "nodemailer";

import { type Mailer, mailHeaders, messageIdOf } from "./mailer.ts";

/**
 * Writes every mail as `<id>.eml` into `folder`, for installations without an SMTP server: the administrator opens the
 * file and passes the link on. Only the owner of the server's files can read it.
 */
export function createOutboxMailer(folder: string, from: string): Mailer {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: "windows",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    kind: "outbox",
    async send({ id, to, subject, text, html, unsubscribe }) {
      const headers = { ...mailHeaders({ unsubscribe }), ...linkHeader(text) };
      const mail = {
        from,
        to: { name: "", address: to },
        subject,
        text,
        html,
        messageId: messageIdOf(id, from),
        headers,
      };
      const { message } = await transport.sendMail(mail);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = path.join(folder, `${id}.eml`);
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    async close() {},
  };
}

// The text is encoded for travelling; here the link can be copied from the file in whatever program it is opened. Only our
// own link stands alone on a line.
function linkHeader(text: string): Record<string, string> {
  const link = /^https?:\/\/\S+$/m.exec(text)?.[0];
  return link === undefined ? {} : { "X-Link": link };
}
