import { expect, test } from "vitest";

import { authOf, authOptions } from "#server/features/accounts/auth.ts";
import { startTestApp } from "#tests/support/app.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { makeTestParts } from "#tests/support/parts.ts";

test("the account library is set as the security rules ask (R-U1, R-U2, R-U11)", async () => {
  const parts = makeTestParts(await openTestDatabase(), { environment: { BASE_URL: "https://consortia.example" } });
  const options = authOptions(parts);
  expect(options.session).toEqual({ expiresIn: 604_800, disableSessionRefresh: true });
  expect(options.session).not.toHaveProperty("cookieCache");
  expect(options.verification).toEqual({ storeIdentifier: "hashed" });
  expect(options.account.accountLinking.enabled).toBe(false);
  expect(options.rateLimit).toEqual({ enabled: true, storage: "database" });
  expect(options.emailAndPassword).toMatchObject({ disableSignUp: true, minPasswordLength: 12 });
  expect(options.advanced).not.toHaveProperty("disableCSRFCheck");
  expect(options.advanced).not.toHaveProperty("disableOriginCheck");
  expect(options.advanced).not.toHaveProperty("crossSubDomainCookies");
  expect(options.advanced.cookies.session_token).toEqual({
    name: "__Host-consortia.session",
    attributes: { httpOnly: true, secure: true, sameSite: "lax", path: "/" },
  });
  expect(options.telemetry.enabled).toBe(false);
  // The library trusts one header for the client's address: ours, which no request can carry in.
  expect(options.advanced.ipAddress.ipAddressHeaders).toEqual(["x-consortia-address"]);
  await parts.remove();
});

test("sign-up is closed and the library cannot write people past the history", async () => {
  const parts = makeTestParts(await openTestDatabase());
  const auth = await authOf(parts);
  await expect(
    auth.api.signUpEmail({ body: { email: "a@example.test", password: "seven grey herons 3", name: "A" } }),
  ).rejects.toThrow(/sign up is not enabled/i);
  const { adapter } = await auth.$context;
  await expect(adapter.create({ model: "user", data: { email: "a@example.test", name: "A" } })).rejects.toThrow(
    /every change of a person is recorded/,
  );
  await parts.remove();
});

test("none of the library's own routes is reachable", async () => {
  const app = await startTestApp();
  for (const path of ["/api/auth/sign-up/email", "/api/auth/sign-in/email", "/api/auth/get-session", "/api/auth/ok"]) {
    const response = await app
      .visitor()
      .fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
    expect(response.status).toBe(404);
  }
});
