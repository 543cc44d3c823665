/** A mail ready to go: plain text and simple HTML, nothing confidential in either. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Address that ends mails of this kind with one POST (RFC 8058); absent where a mail must always arrive. */
  unsubscribe?: string | undefined;
};

/** Where mail leaves the house: SMTP when configured, else files in the outbox folder. */
export type Mailer = {
  readonly kind: "smtp" | "outbox";
  /** `id` is the same for every attempt, so that a mail that arrived twice can be told. */
  send(mail: Mail & { id: string }): Promise<void>;
  close(): Promise<void>;
};

/** Headers of a mail: sent by a program, so that no out-of-office answers it; with one click to be left in peace where that may be. */
export function mailHeaders({ unsubscribe }: Pick<Mail, "unsubscribe">): Record<string, string> {
  return {
    "Auto-Submitted": "auto-generated",
    ...(unsubscribe && {
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }),
  };
}

/** The message id of a mail; the domain is that of the sender's address. */
export function messageIdOf(id: string, from: string): string {
  const domain = /@([a-z0-9.-]+)>?\s*$/i.exec(from)?.[1] ?? "localhost";
  return `<${id}@${domain}>`;
}
