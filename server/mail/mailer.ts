/** A mail ready to go: plain text and simple HTML, nothing confidential in either. */
export type Mail = { to: string; subject: string; text: string; html: string };

/** Where mail leaves the house: SMTP when configured, else files in the outbox folder. */
export type Mailer = {
  readonly kind: "smtp" | "outbox";
  /** `id` is the same for every attempt, so that a mail that arrived twice can be told. */
  send(mail: Mail & { id: string }): Promise<void>;
  close(): Promise<void>;
};

/** What every mail carries: sent by a program, so that no out-of-office answers it. */
export const mailHeaders = { "Auto-Submitted": "auto-generated" } as const;

/** The message id of a mail; the domain is that of the sender's address. */
export function messageIdOf(id: string, from: string): string {
  const domain = /@([a-z0-9.-]+)>?\s*$/i.exec(from)?.[1] ?? "localhost";
  return `<${id}@${domain}>`;
}
