/** A new token of a secret address: a letter and 192 random bits in base64url. */
export function drawCalendarToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  const text = btoa(String.fromCharCode(...bytes));
  return `c${text.replaceAll("+", "-").replaceAll("/", "_")}`;
}

/** The address a calendar program asks. */
export function calendarAddress(token: string): string {
  return `${location.origin}/calendar/${token}.ics`;
}
