import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import type { Database } from "#server/db/database.ts";
import { changes, memberships, organisations } from "#server/db/schema/index.ts";
import {
  createOrganisation,
  removeOrganisation,
  reviseOrganisation,
} from "#server/features/organisations/organisation-service.ts";
import { addResource, removeResource, reviseResource } from "#server/features/organisations/resource-service.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildMembership, buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildParticipant, buildProject } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";

async function world() {
  const db = await openTestDatabase();
  const cluster = await buildOrganisation(db, { kind: "cluster", name: "Neva Cluster" });
  const company = await buildOrganisation(db, { name: "Heat Works", vatNumber: "FI12345678" });
  await buildMembership(db, company, cluster);
  return {
    db,
    cluster,
    company,
    clusterEditor: await buildPerson(db, cluster, "editor"),
    companyManager: await buildPerson(db, company),
  };
}

const rowOf = async (db: Database, id: string) =>
  (await db.read.select().from(organisations).where(eq(organisations.id, id)))[0];

describe("createOrganisation", () => {
  it("enters an organisation with its folded texts and makes it a member of the acting cluster", async () => {
    const { db, cluster, clusterEditor } = await world();
    const input = {
      name: "Тепловые сети",
      shortName: "ТС",
      kind: "enterprise",
      city: "Выборг",
      competences: ["Biogas"],
      parentId: cluster.id,
    } as const;
    const { id } = await actAs(db, clusterEditor, (tx) =>
      createOrganisation(tx, clusterEditor, { ...input, competences: [...input.competences] }),
    );
    expect(await rowOf(db, id)).toMatchObject({
      name: "Тепловые сети",
      version: 1,
      sortName: "тепловые сети",
      search: "тепловые сети · тс · выборг · biogas",
    });
    const joined = await db.read.select().from(memberships).where(eq(memberships.organisationId, id));
    expect(joined).toMatchObject([{ parentId: cluster.id, sinceOn: clusterEditor.today, untilOn: null }]);
    const written = await db.read
      .select({ entity: changes.entity, action: changes.action })
      .from(changes)
      .where(eq(changes.organisationId, id));
    expect(written).toEqual([
      { entity: "organisation", action: "created" },
      { entity: "membership", action: "created" },
    ]);
  });

  it("answers 409 with the one that has the same VAT number or PIC, and writes nothing", async () => {
    const { db, company, companyManager } = await world();
    const create = (given: { vatNumber?: string; pic?: string }) =>
      actAs(db, companyManager, (tx) =>
        createOrganisation(tx, companyManager, { name: "Another", kind: "enterprise", ...given }),
      );
    await expect(create({ vatNumber: "FI12345678" })).rejects.toMatchObject({
      code: "CONFLICT",
      appCode: "VAT_TAKEN",
      present: { id: company.id, name: "Heat Works" },
      fields: [{ path: "vatNumber", appCode: "VAT_TAKEN" }],
    });
    await create({ pic: "999888777" });
    await expect(create({ pic: "999888777" })).rejects.toMatchObject({ code: "CONFLICT", appCode: "PIC_TAKEN" });
    expect(
      await db.read.select({ id: organisations.id }).from(organisations).where(eq(organisations.name, "Another")),
    ).toHaveLength(1);
  });

  it("is refused to people without a writing seat", async () => {
    const { db, company } = await world();
    for (const person of [await buildPerson(db), await buildPerson(db, company, "viewer")]) {
      await expect(
        actAs(db, person, (tx) => createOrganisation(tx, person, { name: "No", kind: "other" })),
      ).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });
});

describe("reviseOrganisation", () => {
  it("changes only the fields of the patch, follows with the folded texts and records both sides", async () => {
    const { db, company, clusterEditor } = await world();
    const answer = await actAs(db, clusterEditor, (tx) =>
      reviseOrganisation(tx, clusterEditor, { id: company.id, version: 1, patch: { nativeName: "Lämpötyöt" } }),
    );
    expect(answer).toEqual({ id: company.id, version: 2 });
    expect(await rowOf(db, company.id)).toMatchObject({
      name: "Heat Works",
      nativeName: "Lämpötyöt",
      vatNumber: "FI12345678",
      search: "heat works · lampotyot · fi12345678",
    });
    const [change] = await db.read.select().from(changes).where(eq(changes.entityId, company.id));
    expect(change).toMatchObject({
      action: "updated",
      fields: { nativeName: [null, "Lämpötyöt"] },
      actingForId: clusterEditor.seat?.organisationId,
    });
  });

  it("overwrites nobody: the second of two writers gets the present fields", async () => {
    const { db, company, companyManager, clusterEditor } = await world();
    await actAs(db, companyManager, (tx) =>
      reviseOrganisation(tx, companyManager, { id: company.id, version: 1, patch: { city: "Lahti" } }),
    );
    const second = actAs(db, clusterEditor, (tx) =>
      reviseOrganisation(tx, clusterEditor, { id: company.id, version: 1, patch: { city: "Turku" } }),
    );
    await expect(second).rejects.toMatchObject({
      code: "CONFLICT",
      appCode: "STALE",
      present: { city: "Lahti", version: 2 },
    });
    expect(await rowOf(db, company.id)).toMatchObject({ city: "Lahti", version: 2 });
  });

  it("is refused to strangers, to viewers, and to a cluster that the company has left", async () => {
    const { db, company, cluster } = await world();
    const former = await buildOrganisation(db, { kind: "cluster" });
    await buildMembership(db, company, former, "2026-03-01");
    const people = [
      await buildPerson(db, former),
      await buildPerson(db, cluster, "viewer"),
      await buildPerson(db, undefined, "manager", true),
    ];
    for (const person of people) {
      const attempt = actAs(db, person, (tx) =>
        reviseOrganisation(tx, person, { id: company.id, version: 1, patch: { city: "Turku" } }),
      );
      await expect(attempt).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await rowOf(db, company.id)).toMatchObject({ city: null, version: 1 });
  });

  it("lets an administrator mend an imported entry that nobody has a seat in", async () => {
    const { db } = await world();
    const imported = await buildOrganisation(db, { country: "GR", countryImported: "EL" });
    const admin = await buildPerson(db, undefined, "viewer", true);
    await actAs(db, admin, (tx) =>
      reviseOrganisation(tx, admin, { id: imported.id, version: 1, patch: { country: "CY" } }),
    );
    expect(await rowOf(db, imported.id)).toMatchObject({ country: "CY", countryImported: null });
  });

  it("keeps a cluster a cluster while it has members", async () => {
    const { db, cluster, clusterEditor } = await world();
    const revise = (kind: "association" | "enterprise") =>
      actAs(db, clusterEditor, (tx) =>
        reviseOrganisation(tx, clusterEditor, { id: cluster.id, version: 1, patch: { kind } }),
      );
    await expect(revise("enterprise")).rejects.toMatchObject({ code: "CONFLICT", appCode: "HAS_MEMBERS" });
    await revise("association");
  });

  it("refuses another's VAT number but lets a row keep its own", async () => {
    const { db, company, cluster, companyManager, clusterEditor } = await world();
    const taking = actAs(db, clusterEditor, (tx) =>
      reviseOrganisation(tx, clusterEditor, { id: cluster.id, version: 1, patch: { vatNumber: "FI12345678" } }),
    );
    await expect(taking).rejects.toMatchObject({ appCode: "VAT_TAKEN" });
    await actAs(db, companyManager, (tx) =>
      reviseOrganisation(tx, companyManager, {
        id: company.id,
        version: 1,
        patch: { vatNumber: "FI12345678", city: "Lahti" },
      }),
    );
  });
});

describe("removeOrganisation", () => {
  it("removes what nothing refers to, with its membership in the acting cluster", async () => {
    const { db, cluster, clusterEditor } = await world();
    const blank = await buildOrganisation(db);
    await buildMembership(db, blank, cluster);
    await actAs(db, clusterEditor, (tx) => removeOrganisation(tx, clusterEditor, { id: blank.id, version: 1 }));
    expect(await rowOf(db, blank.id)).toBeUndefined();
    expect(await db.read.select().from(memberships).where(eq(memberships.organisationId, blank.id))).toEqual([]);
  });

  it("keeps what a project, another cluster or a person refers to", async () => {
    const { db, cluster, company, clusterEditor } = await world();
    const partner = await buildOrganisation(db);
    const member = await buildOrganisation(db);
    for (const organisation of [partner, member]) await buildMembership(db, organisation, cluster);
    await buildParticipant(db, await buildProject(db), partner);
    await buildMembership(db, member, await buildOrganisation(db, { kind: "association" }));
    const remove = (id: string) =>
      actAs(db, clusterEditor, (tx) => removeOrganisation(tx, clusterEditor, { id, version: 1 }));
    for (const { id } of [partner, member])
      await expect(remove(id)).rejects.toMatchObject({ code: "CONFLICT", appCode: "IN_USE" });
    await expect(remove(company.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await db.read.select().from(memberships).where(eq(memberships.parentId, cluster.id))).toHaveLength(3);
  });
});

describe("resources", () => {
  it("are added, changed with their version and removed by whoever edits the organisation", async () => {
    const { db, company, companyManager, clusterEditor } = await world();
    const fields = {
      direction: "offered",
      resource: "Flue gas",
      medium: "material",
      amount: "12.5",
      unit: "kt",
      note: "",
    } as const;
    const { id } = await actAs(db, companyManager, (tx) =>
      addResource(tx, companyManager, { organisationId: company.id, ...fields }),
    );
    await actAs(db, clusterEditor, (tx) =>
      reviseResource(tx, clusterEditor, { id, version: 1, patch: { amount: null } }),
    );
    const late = actAs(db, companyManager, (tx) =>
      reviseResource(tx, companyManager, { id, version: 1, patch: { amount: "13" } }),
    );
    await expect(late).rejects.toMatchObject({
      appCode: "STALE",
      present: { amount: null, version: 2, resource: "Flue gas" },
    });
    const stranger = await buildPerson(db, await buildOrganisation(db));
    await expect(actAs(db, stranger, (tx) => removeResource(tx, stranger, { id, version: 2 }))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(
      actAs(db, stranger, (tx) => addResource(tx, stranger, { organisationId: company.id, ...fields })),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await actAs(db, companyManager, (tx) => removeResource(tx, companyManager, { id, version: 2 }));
    await expect(
      actAs(db, companyManager, (tx) => removeResource(tx, companyManager, { id, version: 2 })),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
