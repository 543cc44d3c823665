// Without zod, so that pages that only show figures stay light.

/**
 * Reads a decimal number written with dot or comma and optional grouping by spaces into an integer
 * count of `10^-places`; returns null when it is not such a number or has more places than that. "1,000" is
 * a thousand to one reader and one to another: with fewer than three places it is not guessed at.
 */
export function parseScaled(text: string, places: number): number | null {
  const compact = text.replaceAll(/[\s\u00a0\u202f']/g, "");
  const match = /^(-?)(\d{1,15})(?:[.,](\d{1,15}))?$/.exec(compact);
  if (!match) return null;
  if (places < 3 && match[3]?.length === 3) return null;
  const fraction = (match[3] ?? "").replace(/0+$/, "");
  if (fraction.length > places) return null;
  const scaled = Number((match[2] ?? "") + fraction.padEnd(places, "0"));
  if (!Number.isSafeInteger(scaled)) return null;
  return match[1] === "-" && scaled !== 0 ? -scaled : scaled;
}

/** Writes an integer count of `10^-places` as a plain decimal with a dot: (1234, 2) → "12.34". */
export function formatScaled(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = places > 0 ? `.${digits.slice(digits.length - places)}` : "";
  return `${value < 0 ? "-" : ""}${whole}${fraction}`;
}
