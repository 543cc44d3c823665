import { createHmac, randomBytes } from "node:crypto";

import { onTestFinished } from "vitest";

import { createApp } from "#server/app.ts";
import { sessions } from "#server/db/schema/index.ts";
import { sessionCookieName, sessionLifeMs } from "#server/features/accounts/session-cookie.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { closeServer, createHttpServer, listen } from "#server/http/http-server.ts";

import { openTestDatabase } from "./database.ts";
import { makeTestParts, type TestParts, type TestPartsOptions } from "./parts.ts";
import { createVisitor, type Visitor } from "./visitor.ts";

export type TestApp = {
  readonly url: string;
  readonly parts: TestParts;
  /** Somebody new, not signed in. */
  visitor(): Visitor;
  /** A visitor with a session of this person, acting from the person's seat. */
  visitorOf(person: Person): Promise<Visitor>;
  close(): Promise<void>;
};

/**
 * The whole program on a free port over a test database of its own. Closed when the test ends; called in
 * `beforeAll`, it has to be closed by `afterAll`.
 */
export async function startTestApp(options: TestPartsOptions = {}): Promise<TestApp> {
  const db = await openTestDatabase(options.clock ? { clock: options.clock } : {});
  const server = createHttpServer();
  const port = await listen(server, 0, "127.0.0.1");
  const url = `http://127.0.0.1:${port}`;
  const parts = makeTestParts(db, { ...options, environment: { BASE_URL: url, ...options.environment } });
  const app = createApp(parts);
  server.on("request", app.handler);
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= closeAll());
  const closeAll = async () => {
    app.close();
    await closeServer(server, 1000);
    await db.close();
    await parts.remove();
  };
  try {
    onTestFinished(close);
  } catch {
    // Outside a test, in beforeAll: the caller closes.
  }
  return { url, parts, visitor: () => createVisitor(url), visitorOf: (person) => signedIn(url, parts, person), close };
}

async function signedIn(url: string, parts: TestParts, { userId, seat }: Person): Promise<Visitor> {
  const token = randomBytes(24).toString("base64url");
  const now = new Date(parts.clock());
  const expiresAt = new Date(parts.clock() + sessionLifeMs);
  const actingForId = seat?.organisationId ?? null;
  await parts.db.housekeep((tx) =>
    tx.insert(sessions).values({ id: tx.id(), token, userId, expiresAt, createdAt: now, updatedAt: now, actingForId }),
  );
  const visitor = createVisitor(url);
  const signature = createHmac("sha256", parts.settings.secret ?? "")
    .update(token)
    .digest("base64");
  visitor.setCookie(sessionCookieName(parts.settings.baseUrl), encodeURIComponent(`${token}.${signature}`));
  return visitor;
}
