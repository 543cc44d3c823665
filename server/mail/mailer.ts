/** A mail ready to go: plain text and simple HTML, nothing confidential in either. */
export type Mail = { to: string; subject: string; text: string; html: string };

/** Where mail leaves the house: SMTP when configured, else files in the outbox folder. */
export type Mailer = {
  readonly kind: "smtp" | "outbox";
  send(mail: Mail & { id: string }): Promise<void>;
  close(): Promise<void>;
};
