const browsers = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["YaBrowser/", "Yandex"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;

const systems = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
] as const;

/** Browser and system out of a User-Agent header, e.g. "Firefox, Windows"; undefined for a program nobody knows. */
export function browserName(userAgent: string): string | undefined {
  const names = [browsers, systems].map((list) => list.find(([mark]) => userAgent.includes(mark))?.[1]);
  const known = names.filter((name) => name !== undefined);
  return known.length > 0 ? known.join(", ") : undefined;
}
