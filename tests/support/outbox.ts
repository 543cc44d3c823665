import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { type AddressObject, simpleParser } from "mailparser";

export type OutboxMail = { to: string; from: string; subject: string; text: string; html: string; raw: string };

/** The mails in the outbox of a data directory, oldest first, read by a mail parser. */
export async function readOutbox(dataDirectory: string): Promise<OutboxMail[]> {
  const folder = path.join(dataDirectory, "outbox");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml")).toSorted();
  return Promise.all(names.map(async (name) => parseMail(await readFile(path.join(folder, name), "utf8"))));
}

/** A mail as a reader's program understands it. */
export async function parseMail(raw: string): Promise<OutboxMail> {
  const { to, from, subject = "", text = "", html } = await simpleParser(raw);
  return { to: addressesIn(to), from: addressesIn(from), subject, text, html: html === false ? "" : (html ?? ""), raw };
}

function addressesIn(field: AddressObject | AddressObject[] | undefined): string {
  return [field ?? []]
    .flat()
    .map((each) => each.text ?? "")
    .join(", ");
}
