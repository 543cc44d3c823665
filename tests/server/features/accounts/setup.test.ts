import { expect, test } from "vitest";

import { accountLinks, changes } from "#server/db/schema/index.ts";
import { issueSetupLink } from "#server/features/accounts/setup-service.ts";
import { startTestApp } from "#tests/support/app.ts";

import { adminEmail, setupInput, setupToken, startStage } from "./account-stage.ts";

test("the link sets the installation up once: administrator, cluster, manager's seat, signed in", async () => {
  const app = await startTestApp();
  const first = app.visitor();
  expect((await first.api.me.show.query()).installation).toEqual({
    name: "Consortia",
    needsSetup: true,
    mail: "outbox",
  });

  const token = await setupToken(app);
  expect(await first.api.account.checkLink.mutate({ token })).toEqual({ kind: "setup", email: null, name: null });
  await first.api.setup.complete.mutate(setupInput(token));

  const me = await first.api.me.show.query();
  expect(me.user).toMatchObject({ name: "Marja Niemi", email: adminEmail, language: "fi", isAdministrator: true });
  expect(me.actingFor).toMatchObject({
    organisationName: "Neva Cleantech Cluster",
    shortName: "NCC",
    kind: "cluster",
    role: "manager",
  });
  expect(me.installation).toEqual({ name: "NCC", needsSetup: false, mail: "outbox" });

  await expect(app.visitor().api.setup.complete.mutate(setupInput(token))).rejects.toMatchObject({
    data: { code: "PRECONDITION_FAILED", appCode: "LINK_USED" },
  });
  expect(await issueSetupLink(app.parts)).toBeNull();
  const recorded = await app.parts.db.read
    .select({ entity: changes.entity, action: changes.action, by: changes.actorId })
    .from(changes);
  expect(recorded).toEqual(
    ["user", "organisation", "seat"].map((entity) => ({ entity, action: "created", by: me.user?.id })),
  );
});

test("a restart replaces the link, and the token itself is stored nowhere", async () => {
  const app = await startTestApp();
  const old = await setupToken(app);
  const token = await setupToken(app);
  await expect(app.visitor().api.setup.complete.mutate(setupInput(old))).rejects.toMatchObject({
    data: { code: "NOT_FOUND", appCode: "LINK_UNKNOWN" },
  });
  const rows = await app.parts.db.read.select().from(accountLinks);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("of two completions at once one wins", async () => {
  const app = await startTestApp();
  const token = await setupToken(app);
  const inputs = [setupInput(token), { ...setupInput(token), email: "other@cluster.example" }];
  const results = await Promise.allSettled(inputs.map((input) => app.visitor().api.setup.complete.mutate(input)));
  expect(results.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
});

test("a password made of the cluster's name is refused and the link stays open", async () => {
  const app = await startTestApp();
  const token = await setupToken(app);
  const visitor = app.visitor();
  await expect(
    visitor.api.setup.complete.mutate({ ...setupInput(token), password: "NevaCleantech2026" }),
  ).rejects.toMatchObject({
    data: { code: "BAD_REQUEST", fields: [{ path: "password", appCode: "PASSWORD_TOO_COMMON" }] },
  });
  await visitor.api.setup.complete.mutate(setupInput(token));
  expect((await visitor.api.me.show.query()).user).not.toBeNull();
});

test("a link of another kind sets nothing up", async () => {
  const stage = await startStage();
  await stage.visitor().api.account.requestReset.mutate({ email: adminEmail, language: "en" });
  const token = await stage.tokenMailedTo(adminEmail);
  await expect(stage.visitor().api.setup.complete.mutate(setupInput(token))).rejects.toMatchObject({
    data: { appCode: "LINK_UNKNOWN" },
  });
});
