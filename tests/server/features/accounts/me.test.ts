import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { changes, seats } from "#server/db/schema/index.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";

import { adminEmail, adminPassword, startStage } from "./account-stage.ts";

describe("acting for", () => {
  test("the session remembers the choice and falls back to the first organisation by name when the seat is gone", async () => {
    const stage = await startStage();
    const { db } = stage.parts;
    const [alpha, beta] = [
      await buildOrganisation(db, { name: "Alpha" }),
      await buildOrganisation(db, { name: "Ökokraft" }),
    ];
    const person = await buildPerson(db, alpha, "viewer");
    const seat = {
      userId: person.userId,
      organisationId: beta.id,
      role: "manager" as const,
      createdAt: 0,
      updatedAt: 0,
    };
    await db.housekeep((tx) => tx.insert(seats).values({ ...seat, id: tx.id() }));
    const visitor = await stage.visitorOf({ ...person, seat: null });
    expect((await visitor.api.me.show.query()).actingFor).toMatchObject({ organisationName: "Alpha", role: "viewer" });
    await visitor.api.me.actFor.mutate({ organisationId: beta.id });
    expect((await visitor.api.me.show.query()).actingFor).toMatchObject({
      organisationName: "Ökokraft",
      role: "manager",
    });
    await expect(
      visitor.api.me.actFor.mutate({
        organisationId: (await stage.admin.api.me.show.query()).actingFor?.organisationId ?? "",
      }),
    ).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
    await db.housekeep((tx) => tx.delete(seats).where(eq(seats.organisationId, beta.id)));
    expect((await visitor.api.me.show.query()).actingFor).toMatchObject({ organisationName: "Alpha" });
  });

  test("signing in again acts for the organisation the person chose last, as long as the seat stands", async () => {
    const stage = await startStage();
    const { db } = stage.parts;
    const { user } = await stage.admin.api.me.show.query();
    const zeta = await buildOrganisation(db, { name: "Zeta" });
    await db.housekeep((tx) =>
      tx.insert(seats).values({
        id: tx.id(),
        userId: user?.id ?? "",
        organisationId: zeta.id,
        role: "editor",
        createdAt: 0,
        updatedAt: 0,
      }),
    );
    await stage.admin.api.me.actFor.mutate({ organisationId: zeta.id });
    await stage.admin.api.account.signOut.mutate();
    const again = stage.visitor();
    await again.api.account.signIn.mutate({ email: adminEmail, password: adminPassword });
    expect((await again.api.me.show.query()).actingFor).toMatchObject({ organisationName: "Zeta", role: "editor" });

    await db.housekeep((tx) => tx.delete(seats).where(eq(seats.organisationId, zeta.id)));
    await again.api.account.signIn.mutate({ email: adminEmail, password: adminPassword });
    expect((await again.api.me.show.query()).actingFor).toMatchObject({ organisationName: "Neva Cleantech Cluster" });
  });

  test("name and language are changed by their owner and recorded", async () => {
    const stage = await startStage();
    await stage.admin.api.me.update.mutate({ name: "Marja Niemi-Laine", language: "ru" });
    expect((await stage.admin.api.me.show.query()).user).toMatchObject({ name: "Marja Niemi-Laine", language: "ru" });
    const [row] = await stage.parts.db.read
      .select({ fields: changes.fields })
      .from(changes)
      .where(eq(changes.action, "updated"));
    expect(row?.fields).toEqual({ name: ["Marja Niemi", "Marja Niemi-Laine"], language: ["fi", "ru"] });
    await expect(stage.admin.api.me.update.mutate({ name: "a\u202eb" })).rejects.toMatchObject({
      data: { fields: [{ path: "name", appCode: "BAD_CHARACTER" }] },
    });
  });
});
