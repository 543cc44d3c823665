import { createTransport } from "nodemailer";

import { type Mailer, mailHeaders, messageIdOf } from "./mailer.ts";

/** Sends through the SMTP server of `url` (smtp:// or smtps://), as `from`; gives up on a silent server after some seconds. */
export function createSmtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    kind: "smtp",
    async send({ id, to, subject, text, html, unsubscribe }) {
      await transport.sendMail({
        from,
        to: { name: "", address: to },
        subject,
        text,
        html,
        messageId: messageIdOf(id, from),
        headers: mailHeaders({ unsubscribe }),
      });
    },
    async close() {
      transport.close();
    },
  };
}
