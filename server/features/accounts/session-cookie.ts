import { createHmac, timingSafeEqual } from "node:crypto";

const plainName = "consortia.session";

/** Absolute life of a session: seven days from signing in, in ms. */
export const sessionLifeMs = 7 * 24 * 3_600_000;

/** A session that was not used for twelve hours has ended, in ms. */
export const sessionIdleMs = 12 * 3_600_000;

/**
 * The name of the session cookie. Behind https it carries the prefix that makes browsers refuse it from any other
 * host or path; over plain http on this computer browsers would refuse the prefix itself.
 */
export function sessionCookieName(baseUrl: string | null): string {
  return isSecure(baseUrl) ? `__Host-${plainName}` : plainName;
}

/** Whether people reach the server by https; without a base URL it is this computer by http. */
export function isSecure(baseUrl: string | null): boolean {
  return baseUrl !== null && baseUrl.startsWith("https:");
}

/**
 * The session token a Cookie header carries under `name`, or null when there is none or its signature (HMAC-SHA-256,
 * base64, as the account library writes it) does not fit the secret. The first cookie of that name counts.
 */
export function sessionTokenOf(cookieHeader: string | undefined, name: string, secret: string): string | null {
  const value = cookieValue(cookieHeader ?? "", name);
  const dot = value.lastIndexOf(".");
  if (dot <= 0 || secret === "") return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), "base64");
  const expected = createHmac("sha256", secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function cookieValue(header: string, name: string): string {
  for (const part of header.split(";")) {
    const equals = part.indexOf("=");
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(equals + 1).trim());
    } catch {
      return "";
    }
  }
  return "";
}
