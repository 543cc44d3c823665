/** The page to go to after signing in: only a path of this server (security.md, R-H9), else the home page. */
export function ownPath(next: string | undefined): string {
  if (next === undefined || !next.startsWith("/") || /^\/[/\\]/.test(next)) return "/";
  // A browser drops tabs and line breaks from addresses, so "/\t/other.example" would lead away.
  const base = "https://own.invalid";
  const url = URL.parse(next, base);
  return url === null || url.origin !== base ? "/" : `${url.pathname}${url.search}${url.hash}`;
}
