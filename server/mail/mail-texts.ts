import type { MailKind } from "#shared/features/accounts/account-words.ts";
import type { Language } from "#shared/languages.ts";

import { mailTextsEn } from "./mail-texts-en.ts";
import { mailTextsFi } from "./mail-texts-fi.ts";
import { mailTextsRu } from "./mail-texts-ru.ts";

/** The words of one mail; `{name}` stands for a value. `button` names the link, which comes after the first paragraph. */
export type MailText = { subject: string; paragraphs: readonly string[]; button?: string };

export type MailTexts = {
  mails: Record<MailKind, MailText>;
  /** Roles as they read within a sentence. */
  roles: Record<string, string>;
  /** Words of a line that asks for a part: the period, the due day, how many lines are to be reported. */
  asked: { period: string; due: string; missing: string };
  /** Under every mail. */
  footer: string;
  /** Names the link that ends mails of this kind. */
  leave: string;
};

export const mailTexts: Record<Language, MailTexts> = { en: mailTextsEn, ru: mailTextsRu, fi: mailTextsFi };
