import { isSecure, sessionCookieName, sessionLifeMs } from "./session-cookie.ts";
import type { Parts } from "#server/parts.ts";
import { passwordLength } from "#shared/features/accounts/password-rules.ts";

/** The header in which our own client address reaches the library; anything a request carries is left behind. */
const addressHeader = "x-consortia-address";

const made = new WeakMap<Parts, Promise<Auth>>();

/** The account library's instance of these parts, made at the first use: loading it takes longer than starting the server. */
export function authOf(parts: Parts): Promise<Auth> {
  let auth = made.get(parts);
  if (!auth) made.set(parts, (auth = createAuth(parts)));
  return auth;
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;

/**
 * The account library as this product uses it: passwords, sessions and their cookie. Its HTTP routes are not mounted;
 * procedures call it, so that their limits and cross-site checks hold for everything.
 */
async function createAuth(parts: Parts) {
  const { betterAuth } = await import("better-auth/minimal");
  const { authAdapter } = await import("./auth-adapter.ts");
  return betterAuth({ ...authOptions(parts), database: authAdapter(parts.db) });
}

/** Every option of the account library but the database (security.md, R-U1, R-U2, R-U4, R-U11). */
export function authOptions({ settings, ids, clock, log }: Parts) {
  const { baseUrl, secret } = settings;
  if (secret === null) throw new Error("There is no secret to sign sessions with");
  return {
    appName: "Consortia",
    baseURL: baseUrl ?? "http://localhost",
    secret,
    trustedOrigins: [baseUrl ?? "http://localhost"],
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most * 4,
      revokeSessionsOnPasswordReset: true,
    },
    session: { expiresIn: sessionLifeMs / 1000, disableSessionRefresh: true },
    verification: { storeIdentifier: "hashed" as const },
    account: { accountLinking: { enabled: false } },
    rateLimit: { enabled: true, storage: "database" as const },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: sessionCookieName(baseUrl),
          attributes: { httpOnly: true, secure: isSecure(baseUrl), sameSite: "lax" as const, path: "/" },
        },
      },
      ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 64 as const },
      database: { generateId: ids },
    },
    databaseHooks: {
      session: {
        create: {
          // The library reads the computer's clock; expiry is decided by the product's.
          before: async (session: Record<string, unknown>) => {
            const now = clock();
            const at = new Date(now);
            return { data: { ...session, createdAt: at, updatedAt: at, expiresAt: new Date(now + sessionLifeMs) } };
          },
        },
      },
    },
    // Its lines name no addresses and no tokens; what the person reads is decided by our own faults.
    logger: {
      level: "error" as const,
      log: (_level: string, message: string) => log.error({ library: "better-auth" }, message),
    },
  };
}

/** The headers the library may see: who is asking, from where, with which browser. */
export function libraryHeaders(facts: {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  address: string;
}): Headers {
  const headers = new Headers({ [addressHeader]: facts.address });
  for (const name of ["cookie", "user-agent"]) {
    const value = facts.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  return headers;
}
