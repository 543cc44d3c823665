import { z } from "zod";

// NUL and C0 controls but newline and tab, DEL, and lone surrogates: SQLite would change or cut them silently.
const forbiddenAnywhere =
  /[\u0000-\u0008\u000b-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
// Bidirectional overrides and isolates make a name read differently from what it is.
const forbiddenInNames = /[\u202a-\u202e\u2066-\u2069\n\t]/;

/** A one-line text of 1 to `max` characters for names and codes: trimmed, NFC, no controls, no bidi overrides. */
export function nameSchema(max: number, min = 1) {
  return z
    .string()
    .max(max * 4)
    .transform((text) => text.normalize("NFC").trim())
    .pipe(
      z
        .string()
        .min(min)
        .max(max)
        .refine((text) => !forbiddenAnywhere.test(text) && !forbiddenInNames.test(text), { message: "BAD_CHARACTER" }),
    );
}

/** A text of several lines up to `max` characters: kept as written but for CR LF, controls refused; may be empty. */
export function proseSchema(max: number) {
  return z
    .string()
    .max(max)
    .transform((text) => text.replaceAll("\r\n", "\n"))
    .pipe(z.string().refine((text) => !forbiddenAnywhere.test(text), { message: "BAD_CHARACTER" }));
}

/** An e-mail address as it is stored and compared: trimmed and lower case. */
export const emailSchema = z
  .string()
  .max(254)
  .transform((text) => text.normalize("NFC").trim().toLowerCase())
  .pipe(z.email());

/** Folds a text for searching and ordering on every database alike: NFKD, no marks, lower case. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .trim();
}
