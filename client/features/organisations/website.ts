/** A typed web address as the server takes it: with a scheme; null when empty. Whether it is one, the server says. */
export function websiteOf(typed: string): string | null {
  const text = typed.trim();
  if (text === "") return null;
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
}
