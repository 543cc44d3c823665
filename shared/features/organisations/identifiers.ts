/** A VAT number as it is stored and compared: capitals, without spaces, dots, hyphens and slashes. */
export function vatNumberOf(text: string): string {
  return text.toUpperCase().replaceAll(/[\s.\-/]/g, "");
}

/** Whether a stored VAT number has a form some country gives out: 4–15 letters and digits (`+` and `*` in Irish ones). */
export function isVatNumber(text: string): boolean {
  return /^[A-Z0-9+*]{4,15}$/.test(text) && /\d/.test(text);
}

/** A Participant Identification Code of the European Commission without spaces. */
export function picOf(text: string): string {
  return text.replaceAll(/\s/g, "");
}

/** A PIC is nine digits. */
export function isPic(text: string): boolean {
  return /^\d{9}$/.test(text);
}

/** A NUTS code (`FI1B1`) or an ISO 3166-2 subdivision (`RU-SPE`), in capitals. */
export function isRegion(text: string): boolean {
  return /^[A-Z]{2}(?:[A-Z0-9]{1,3}|-[A-Z0-9]{1,3})$/.test(text);
}

/** The shape of a BCP 47 language tag as far as names need it: language, perhaps script and region. */
export function isLanguageTag(text: string): boolean {
  return /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/.test(text);
}
