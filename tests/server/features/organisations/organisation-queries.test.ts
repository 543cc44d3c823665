import { describe, expect, it } from "vitest";

import {
  organisationOptions,
  similarOrganisations,
} from "#server/features/organisations/organisation-option-queries.ts";
import { listMembers, listOrganisationProjects } from "#server/features/organisations/organisation-part-queries.ts";
import { showOrganisation } from "#server/features/organisations/organisation-queries.ts";
import {
  organisationProjectPageSchema,
  organisationViewSchema,
} from "#shared/features/organisations/organisation-views.ts";
import { organisationSearchColumns } from "#shared/features/organisations/organisation-search.ts";
import { buildMembership, buildOrganisation, buildResource } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildParticipant, buildProject } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";

async function family() {
  const db = await openTestDatabase();
  const company = await buildOrganisation(db, { name: "Heat Works" });
  const cluster = await buildOrganisation(db, { name: "Neva Cluster", kind: "cluster" });
  const alliance = await buildOrganisation(db, { name: "Baltic Alliance", kind: "association" });
  const world = await buildOrganisation(db, { name: "World Association", kind: "association" });
  await buildMembership(db, company, cluster);
  await buildMembership(db, cluster, alliance);
  await buildMembership(db, alliance, world, "2020-12-31");
  return { db, company, cluster, alliance, world };
}

const named = (name: string, more: Parameters<typeof buildOrganisation>[1] = {}) => ({
  name,
  ...more,
  ...organisationSearchColumns({ name, competences: [], ...more }),
});

describe("showOrganisation", () => {
  it("shows fields, resources and the whole way up, as the strict output says", async () => {
    const { db, company, cluster, alliance, world } = await family();
    await buildResource(db, company);
    const person = await buildPerson(db, company, "editor");
    const shown = organisationViewSchema.parse(await showOrganisation(db.read, person, company.id));
    expect(shown.resources).toMatchObject([{ direction: "offered", amount: "12.5", unit: "GWh" }]);
    expect(shown.parents).toMatchObject([
      { organisation: { id: cluster.id }, isCurrent: true, may: { revise: true, remove: true } },
    ]);
    expect(
      shown.umbrellas.map(({ childId, isCurrent, organisation }) => [childId, organisation.id, isCurrent]),
    ).toEqual([
      [cluster.id, alliance.id, true],
      [alliance.id, world.id, false],
    ]);
    expect(shown.may).toEqual({ revise: true, remove: false, addMember: false, addParent: true });
  });

  it("answers not-found for what is not there", async () => {
    const { db, company } = await family();
    const person = await buildPerson(db, company);
    await expect(showOrganisation(db.read, person, "0198c0de-0000-7000-8000-00000000dead")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("lists members by name with those that have left at the end", async () => {
    const { db, cluster } = await family();
    await buildMembership(db, await buildOrganisation(db, { name: "A former member" }), cluster, "2026-03-01");
    const page = await listMembers(db.read, await buildPerson(db, cluster), { organisationId: cluster.id });
    expect(page.rows.map((row) => [row.organisation.name, row.isCurrent])).toEqual([
      ["Heat Works", true],
      ["A former member", false],
    ]);
    expect(page.total).toBe(2);
    const second = await listMembers(db.read, await buildPerson(db), {
      organisationId: cluster.id,
      page: 2,
      pageSize: 1,
    });
    expect(second.rows.map((row) => [row.organisation.name, row.may])).toEqual([
      ["A former member", { revise: false, remove: false }],
    ]);
  });
});

describe("listOrganisationProjects", () => {
  it("shows projects with all roles, only those open to the reader, in rows and total", async () => {
    const { db, company, cluster } = await family();
    const [open, secret, invited] = [
      await buildProject(db, { acronym: "OPEN", visibility: "public", startOn: "2026-02-01" }),
      await buildProject(db, { acronym: "SECRET" }),
      await buildProject(db, { acronym: "INVITED", startOn: "2025-01-01" }),
    ];
    await buildParticipant(db, open, company, { role: "coordinator" });
    await buildParticipant(db, open, company, { role: "beneficiary" });
    await buildParticipant(db, secret, company);
    await buildParticipant(db, invited, company, { state: "invited" });
    const owned = await buildProject(db, {
      acronym: "OWNED",
      visibility: "public",
      clusterId: cluster.id,
      startOn: "2020-01-01",
    });
    const outsider = await buildPerson(db, await buildOrganisation(db));
    const seen = async (person: typeof outsider, organisationId: string) => {
      const page = organisationProjectPageSchema.parse(
        await listOrganisationProjects(db.read, person, { organisationId }),
      );
      return {
        total: page.total,
        rows: page.rows.map((row) => [
          row.acronym,
          row.isCluster,
          row.roles.map(({ role, state }) => `${role} ${state}`),
        ]),
      };
    };
    expect(await seen(outsider, company.id)).toEqual({
      total: 1,
      rows: [["OPEN", false, ["coordinator accepted", "beneficiary accepted"]]],
    });
    expect(await seen(await buildPerson(db, company, "viewer"), company.id)).toEqual({
      total: 3,
      rows: [
        ["OPEN", false, ["coordinator accepted", "beneficiary accepted"]],
        ["SECRET", false, ["beneficiary accepted"]],
        ["INVITED", false, ["beneficiary invited"]],
      ],
    });
    expect(await seen(outsider, cluster.id)).toEqual({ total: 1, rows: [[owned.acronym, true, []]] });
  });

  it("does not tell a fellow member of another project that somebody has been invited", async () => {
    const { db, company } = await family();
    const project = await buildProject(db, { visibility: "public" });
    await buildParticipant(db, project, company, { state: "invited" });
    const page = await listOrganisationProjects(db.read, await buildPerson(db, await buildOrganisation(db)), {
      organisationId: company.id,
    });
    expect(page).toEqual({ rows: [], total: 0 });
  });
});

describe("pickers", () => {
  it("offers what begins with the text first, and what the form holds in any case", async () => {
    const db = await openTestDatabase();
    const kept = await buildOrganisation(db, named("Zeta"));
    for (const name of ["A Heat Company", "Heat Works", "Heat Nets"]) await buildOrganisation(db, named(name));
    await buildOrganisation(db, named("Heat Cluster", { kind: "cluster" }));
    const options = await organisationOptions(db.read, {
      search: "heat",
      kinds: ["enterprise"],
      include: [kept.id],
      limit: 2,
    });
    expect(options.map((option) => option.name)).toEqual(["Zeta", "Heat Nets", "Heat Works"]);
    const all = await organisationOptions(db.read, { search: "" });
    expect(all.map((option) => option.name)).toEqual([
      "A Heat Company",
      "Heat Cluster",
      "Heat Nets",
      "Heat Works",
      "Zeta",
    ]);
  });

  it("recognises an organisation by number and by a name much alike", async () => {
    const db = await openTestDatabase();
    const twin = await buildOrganisation(db, named("Something Else", { vatNumber: "FI12345678" }));
    const alike = await buildOrganisation(db, named("Kymen Lämpö Oy"));
    await buildOrganisation(db, named("Kymen Vesi Oy"));
    const found = await similarOrganisations(db.read, { name: "Kymen Lampo", vatNumber: "fi-12345678" });
    expect(found.map(({ id, reason }) => [id, reason])).toEqual([
      [twin.id, "vatNumber"],
      [alike.id, "name"],
    ]);
    expect(await similarOrganisations(db.read, { name: "", vatNumber: "", pic: "" })).toEqual([]);
  });
});
