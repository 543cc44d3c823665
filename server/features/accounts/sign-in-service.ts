import { Fault } from "#shared/fault.ts";
import type { SignInInput } from "#shared/features/accounts/account.ts";
import { passwordText } from "#shared/features/accounts/password-rules.ts";

import type { Parts } from "#server/parts.ts";

import { countAttempts, forgiveAttempts } from "./attempt-service.ts";
import { authOf, libraryHeaders } from "./auth.ts";
import { sessionCookieName } from "./session-cookie.ts";
import { endSession, resumeActingFor } from "./session-service.ts";

/** Who stands at the door: the request's headers and address, and the way to give its answer a cookie. */
export type Visitor = {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly address: string;
  readonly setHeader: (name: string, value: string) => void;
  /** The session the request came with, which a new one replaces. */
  readonly session: { readonly id: string; readonly userId: string } | null;
};

/**
 * Signs in with address and password: a new session and its cookie; the session the request came with ends. Faults:
 * UNAUTHORIZED INVALID_LOGIN, alike for an unknown address, an account without password and a wrong password;
 * TOO_MANY_REQUESTS after 5 failures for the account or 20 from the address in 15 minutes.
 */
export async function signIn(parts: Parts, visitor: Visitor, { email, password }: SignInInput): Promise<void> {
  const attempts = signInAttempts(visitor, email);
  await countAttempts(parts.db, attempts);
  await openSession(parts, visitor, email, password);
  await forgiveAttempts(parts.db, attempts);
}

/** What one try with a password counts as, for whoever asks for one. */
export function signInAttempts(visitor: Visitor, email: string) {
  return [
    { kind: "sign-in-account", subject: email },
    { kind: "sign-in-address", subject: visitor.address },
  ] as const;
}

/** Checks address and password and gives the answer the cookie of a new session. Fault UNAUTHORIZED INVALID_LOGIN. */
export async function openSession(parts: Parts, visitor: Visitor, email: string, password: string): Promise<void> {
  const auth = await authOf(parts);
  const { isAPIError } = await import("better-auth/api");
  try {
    const { headers, response } = await auth.api.signInEmail({
      body: { email, password: passwordText(password) },
      headers: libraryHeaders(visitor),
      returnHeaders: true,
    });
    await parts.db.housekeep((tx) => resumeActingFor(tx, response.user.id, response.token));
    passCookie(parts, visitor, headers);
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    throw new Fault("UNAUTHORIZED", "INVALID_LOGIN", { message: "Address and password do not belong together." });
  }
  await endOldSession(parts, visitor);
}

/** Ends the session the request came with and takes its cookie away; without a session it only takes the cookie. */
export async function signOut(parts: Parts, visitor: Visitor): Promise<void> {
  const auth = await authOf(parts);
  const { headers } = await auth.api.signOut({ headers: libraryHeaders(visitor), returnHeaders: true });
  passCookie(parts, visitor, headers);
}

// Of the library's cookies only the session's is used; its JSON, which names the token, stays here.
function passCookie(parts: Parts, visitor: Visitor, headers: Headers): void {
  const name = sessionCookieName(parts.settings.baseUrl);
  const cookie = headers.getSetCookie().find((each) => each.startsWith(`${name}=`));
  if (cookie !== undefined) visitor.setHeader("Set-Cookie", cookie);
}

async function endOldSession(parts: Parts, { session }: Visitor): Promise<void> {
  if (!session) return;
  await parts.db
    .housekeep((tx) => endSession(tx, session.userId, session.id))
    .catch((error: unknown) => {
      // A password change has ended it already.
      if (!(error instanceof Fault)) throw error;
    });
}
