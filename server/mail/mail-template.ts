import type { MailKind } from "#shared/features/accounts/account-words.ts";
import type { Language } from "#shared/languages.ts";

import type { Mail } from "./mailer.ts";
import { mailTexts } from "./mail-texts.ts";

export type Letter = Omit<Mail, "to">;

type LetterInput = {
  kind: MailKind;
  language: Language;
  params: Readonly<Record<string, string>>;
  link: string;
  quote?: string | undefined;
  items?: readonly string[] | undefined;
  unsubscribe?: string | undefined;
};

/** Writes a mail in a language: plain text, and the same as simple HTML. Values are escaped; line breaks and controls in them become spaces. */
export function writeLetter({
  kind,
  language,
  params,
  link,
  quote = "",
  items = [],
  unsubscribe,
}: LetterInput): Letter {
  const { mails, roles, footer, leave } = mailTexts[language];
  const { subject, paragraphs, button = "" } = mails[kind];
  const values = new Map(Object.entries({ ...params, role: roles[params["role"] ?? ""] ?? "" }));
  // One pass over our own words: braces within a value stay what they are.
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (_place, name: string) => oneLine(values.get(name) ?? ""));
  const [first = "", ...rest] = paragraphs.map(fill);
  const lines = items.map(oneLine);
  const quoted = quote.trim() === "" ? [] : quote.trim().split("\n").map(oneLine);
  const last = unsubscribe === undefined ? [] : [`${leave}: ${unsubscribe}`];
  return {
    subject: fill(subject),
    unsubscribe,
    text: [
      first,
      ...(quoted.length > 0 ? [quoted.map((line) => `> ${line}`).join("\n")] : []),
      ...(lines.length > 0 ? [lines.map((line) => `- ${line}`).join("\n")] : []),
      `${fill(button)}:\n${link}`,
      ...rest,
      ["--", fill(footer), ...last].join("\n"),
      "",
    ].join("\n\n"),
    html: htmlOf(language, fill(subject), [
      paragraphOf(first),
      quoted.length > 0
        ? `<blockquote style="margin:16px 0;padding-left:12px;border-left:3px solid #d9d5cd">${quoted.map(escaped).join("<br>")}</blockquote>`
        : "",
      lines.length > 0 ? `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>` : "",
      `<p style="margin:24px 0"><a href="${escaped(link)}" style="background:#1f6f5c;color:#ffffff;padding:12px 20px;border-radius:8px;text-decoration:none;display:inline-block">${escaped(fill(button))}</a></p>`,
      `<p style="font-size:13px;color:#565249;word-break:break-all">${escaped(link)}</p>`,
      ...rest.map(paragraphOf),
      `<p style="font-size:13px;color:#565249;border-top:1px solid #e8e5df;padding-top:12px;margin-top:24px">${escaped(fill(footer))}${unsubscribe === undefined ? "" : ` <a href="${escaped(unsubscribe)}" style="color:#565249">${escaped(leave)}</a>`}</p>`,
    ]),
  };
}

function paragraphOf(text: string): string {
  return `<p>${escaped(text)}</p>`;
}

function htmlOf(language: Language, title: string, parts: readonly string[]): string {
  const body = `<body style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#24221e;max-width:560px;margin:24px auto;padding:0 16px">`;
  return `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8"><title>${escaped(title)}</title></head>\n${body}\n${parts.join("\n")}\n</body>\n</html>\n`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");
}

function oneLine(value: string): string {
  return value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
