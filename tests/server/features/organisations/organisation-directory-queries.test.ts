import { describe, expect, it } from "vitest";

import { memberships } from "#server/db/schema/index.ts";
import { listOrganisations } from "#server/features/organisations/organisation-directory-queries.ts";
import { organisationSearchColumns } from "#shared/features/organisations/organisation-search.ts";
import type { OrganisationListInput } from "#shared/features/organisations/organisation-directory.ts";
import { buildMembership, buildOrganisation, buildResource } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildParticipant, buildProject } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";

async function directory() {
  const db = await openTestDatabase();
  const enter = (name: string, more: Parameters<typeof buildOrganisation>[1] = {}) =>
    buildOrganisation(db, { name, ...more, ...organisationSearchColumns({ name, competences: [], ...more }) });
  const cluster = await enter("Neva Cluster", { kind: "cluster", country: "RU", size: null });
  const heat = await enter("Äänekoski Heat", { size: "large", city: "Äänekoski", competences: ["District heating"] });
  const nets = await enter("Heat Nets", {
    nativeName: "Тепловые сети",
    country: "RU",
    size: "micro",
    vatNumber: "7812345678",
    activityType: "PUB",
  });
  const lab = await enter("100%_Lab", { kind: "research", country: null, size: null, activityType: "REC" });
  await buildMembership(db, heat, cluster);
  await buildMembership(db, nets, cluster, "2026-03-01");
  await buildResource(db, heat, { resource: "Lämpö", search: "lampo" });
  await buildResource(db, lab, { direction: "sought", resource: "Lämpö", search: "lampo" });
  const person = await buildPerson(db, heat);
  const names = async (input: OrganisationListInput) =>
    (await listOrganisations(db.read, person, input)).rows.map((row) => row.name);
  return { db, cluster, heat, nets, lab, person, names };
}

describe("listOrganisations", () => {
  it("searches every word in names of every script, city, competence and number, folded and literally", async () => {
    const { names } = await directory();
    expect(await names({ search: "ТЕПЛОВЫЕ" })).toEqual(["Heat Nets"]);
    expect(await names({ search: "aanekoski heating" })).toEqual(["Äänekoski Heat"]);
    expect(await names({ search: "78123" })).toEqual(["Heat Nets"]);
    expect(await names({ search: "%_" })).toEqual(["100%_Lab"]);
    expect(await names({ search: "heat cluster" })).toEqual([]);
  });

  it("filters by kind, country, size, activity, current direct membership and resources", async () => {
    const { names, cluster } = await directory();
    expect(await names({ kind: "research" })).toEqual(["100%_Lab"]);
    expect(await names({ country: "RU" })).toEqual(["Heat Nets", "Neva Cluster"]);
    expect(await names({ size: "large" })).toEqual(["Äänekoski Heat"]);
    expect(await names({ activityType: "PUB" })).toEqual(["Heat Nets"]);
    expect(await names({ memberOf: cluster.id })).toEqual(["Äänekoski Heat"]);
    expect(await names({ resource: "LAMPO" })).toEqual(["100%_Lab", "Äänekoski Heat"]);
    expect(await names({ resource: "lämpö", direction: "offered", medium: "energy" })).toEqual(["Äänekoski Heat"]);
    expect(await names({ medium: "water" })).toEqual([]);
  });

  it("sorts by name without regard to accents, by the order of words, and puts what is missing last both ways", async () => {
    const { names } = await directory();
    expect(await names({})).toEqual(["100%_Lab", "Äänekoski Heat", "Heat Nets", "Neva Cluster"]);
    expect(await names({ sort: "size" })).toEqual(["Heat Nets", "Äänekoski Heat", "100%_Lab", "Neva Cluster"]);
    expect(await names({ sort: "size", descending: true })).toEqual([
      "Äänekoski Heat",
      "Heat Nets",
      "100%_Lab",
      "Neva Cluster",
    ]);
    expect(await names({ sort: "country" })).toEqual(["Äänekoski Heat", "Heat Nets", "Neva Cluster", "100%_Lab"]);
    expect(await names({ sort: "kind" })).toEqual(["Äänekoski Heat", "Heat Nets", "100%_Lab", "Neva Cluster"]);
  });

  it("pages with the total of all pages", async () => {
    const { db, person } = await directory();
    const second = await listOrganisations(db.read, person, { page: 2, pageSize: 3 });
    expect({ names: second.rows.map((row) => row.name), total: second.total }).toEqual({
      names: ["Neva Cluster"],
      total: 4,
    });
    expect(await listOrganisations(db.read, person, { page: 9 })).toEqual({ rows: [], total: 4 });
  });

  it("counts and sorts by the projects the reader may know of, and no others", async () => {
    const { db, cluster, heat, nets, lab, person, names } = await directory();
    const open = await buildProject(db, { visibility: "public", clusterId: cluster.id });
    await buildParticipant(db, open, nets, { role: "coordinator" });
    await buildParticipant(db, open, nets);
    await buildParticipant(db, open, cluster);
    const hidden = [await buildProject(db), await buildProject(db), await buildProject(db)];
    for (const project of hidden) await buildParticipant(db, project, lab);
    const shared = await buildProject(db);
    await buildParticipant(db, shared, heat);
    await buildParticipant(db, shared, nets);
    await buildParticipant(db, open, lab, { state: "declined" });
    const counts = async (who: typeof person) =>
      Object.fromEntries((await listOrganisations(db.read, who, {})).rows.map((row) => [row.name, row.projectCount]));
    expect(await counts(person)).toEqual({ "100%_Lab": 0, "Äänekoski Heat": 1, "Heat Nets": 2, "Neva Cluster": 1 });
    expect(await names({ sort: "projects", descending: true })).toEqual([
      "Heat Nets",
      "Äänekoski Heat",
      "Neva Cluster",
      "100%_Lab",
    ]);
    const labPerson = await buildPerson(db, lab);
    expect(await counts(labPerson)).toEqual({ "100%_Lab": 3, "Äänekoski Heat": 0, "Heat Nets": 1, "Neva Cluster": 1 });
    const sorted = await listOrganisations(db.read, labPerson, { sort: "projects", descending: true, pageSize: 1 });
    expect(sorted.rows[0]?.name).toBe("100%_Lab");
  });

  it("sorts by the day of joining, those without a membership last", async () => {
    const { db, cluster, lab, names } = await directory();
    const later = await buildOrganisation(db, { name: "Later", search: "later", sortName: "later" });
    await db.housekeep(async (tx) => {
      for (const [organisationId, sinceOn] of [
        [later.id, "2025-01-01"],
        [lab.id, "2020-01-01"],
      ] as const) {
        await tx.insert(memberships).values({
          id: tx.id(),
          organisationId,
          parentId: cluster.id,
          sinceOn,
          untilOn: null,
          createdAt: 0,
          updatedAt: 0,
        });
      }
    });
    expect(await names({ sort: "memberSince", memberOf: cluster.id })).toEqual(["100%_Lab", "Later", "Äänekoski Heat"]);
    expect(await names({ sort: "memberSince", memberOf: cluster.id, descending: true })).toEqual([
      "Later",
      "100%_Lab",
      "Äänekoski Heat",
    ]);
  });
});
