/** The page to go to after signing in: only a path of this server (security.md, R-H9), else the home page. */
export function ownPath(next: string | undefined): string {
  if (next === undefined || !next.startsWith("/") || /^\/[/\\]/.test(next)) return "/";
  // A browser drops tabs and line breaks from addresses, so "/\t/other.example" would lead away.
  const base = "https://own.invalid";
  const url = URL.parse(next, base);
  // "/.//other.example" is a path of ours that shortens to another's address.
  if (url === null || url.origin !== base || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
