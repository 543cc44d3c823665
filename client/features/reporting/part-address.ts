/** A new token of a personal link: a letter and 192 random bits in base64url. */
export function drawPartToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  const text = btoa(String.fromCharCode(...bytes));
  return `p${text.replaceAll("+", "-").replaceAll("/", "_")}`;
}

/** The address that opens a part; behind the # it never reaches a server. */
export function partAddress(token: string): string {
  return `${location.origin}/part#${token}`;
}
