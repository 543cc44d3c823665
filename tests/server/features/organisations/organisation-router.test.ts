import { describe, expect, it } from "vitest";

import { startTestApp } from "#tests/support/app.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";

describe("the organisation API", () => {
  it("keeps an organisation from entering to removal, over HTTP and through strict outputs", async () => {
    const app = await startTestApp();
    const cluster = await buildOrganisation(app.parts.db, { kind: "cluster", name: "Neva Cluster" });
    const { api } = await app.visitorOf(await buildPerson(app.parts.db, cluster, "editor"));
    const { id } = await api.organisation.create.mutate({
      name: "Lämpö Oy",
      kind: "enterprise",
      country: "EL",
      parentId: cluster.id,
    });
    await api.organisation.addResource.mutate({
      organisationId: id,
      direction: "offered",
      resource: "Waste heat",
      medium: "energy",
      amount: "12,5",
      unit: "GWh",
      note: "",
    });
    await api.organisation.revise.mutate({ id, version: 1, patch: { nativeName: "Лямпё", nativeLanguage: "ru" } });
    const shown = await api.organisation.show.query({ id });
    expect(shown).toMatchObject({
      version: 2,
      country: "GR",
      nativeName: "Лямпё",
      resources: [{ amount: "12.5" }],
      may: { revise: true, remove: true },
    });
    expect(shown.parents).toMatchObject([{ organisation: { id: cluster.id } }]);
    expect(await api.organisation.members.query({ organisationId: cluster.id })).toMatchObject({
      total: 1,
      rows: [{ organisation: { id } }],
    });
    expect(await api.organisation.list.query({ search: "лямпе", memberOf: cluster.id })).toMatchObject({
      total: 1,
      rows: [{ id, projectCount: 0 }],
    });
    expect(await api.organisation.similar.query({ name: "LAMPO" })).toMatchObject([{ id, reason: "name" }]);
    await api.organisation.remove.mutate({ id, version: 2 });
    await expect(api.organisation.show.query({ id })).rejects.toMatchObject({
      data: { httpStatus: 404, appCode: "NOT_FOUND" },
    });
  });

  it("answers 401 to strangers, 403 to other members, and names fields it does not know", async () => {
    const app = await startTestApp();
    const [ours, theirs] = [await buildOrganisation(app.parts.db), await buildOrganisation(app.parts.db)];
    await buildPerson(app.parts.db, theirs);
    const { api } = await app.visitorOf(await buildPerson(app.parts.db, ours));
    await expect(app.visitor().api.organisation.list.query({})).rejects.toMatchObject({ data: { httpStatus: 401 } });
    const foreign = api.organisation.revise.mutate({ id: theirs.id, version: 1, patch: { city: "Lahti" } });
    await expect(foreign).rejects.toMatchObject({ data: { httpStatus: 403, appCode: "FORBIDDEN" } });
    const unknown = api.organisation.revise.mutate({ id: ours.id, version: 1, patch: { sample: true } as never });
    await expect(unknown).rejects.toMatchObject({
      data: { httpStatus: 400, fields: [{ path: "patch.sample", appCode: "UNKNOWN_FIELD" }] },
    });
  });
});
