import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { verifyChain } from "#server/db/change-chain.ts";
import { changes, jobs, organisations, participants, projects } from "#server/db/schema/index.ts";
import { listDirectoryBin } from "#server/features/changes/bin-queries.ts";
import { undoAct } from "#server/features/changes/undo-service.ts";
import { listImports, showImport } from "#server/features/imports/import-queries.ts";
import { applyStoredImport, cancelImport } from "#server/features/imports/import-service.ts";
import { undoImport } from "#server/features/imports/import-undo-service.ts";
import { keepUpload, previewUploads, readParsed, sweepImports } from "#server/imports/import-files.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";
import {
  cordisCsv,
  participantHeader,
  participantRows,
  projectHeader,
  projectRows,
  sampleParticipants,
  sampleProjects,
  sampleWorkbook,
} from "#tests/support/import-samples.ts";
import { makeTestParts } from "#tests/support/parts.ts";
import { consortiaIn, runImport, runPreview } from "#tests/support/run-import.ts";

async function open() {
  const db = await openTestDatabase();
  const cluster = await buildOrganisation(db, { kind: "cluster", name: "Cluster" });
  const person = await buildPerson(db, cluster);
  const parts = makeTestParts(db);
  return { db, cluster, person, parts };
}

describe("importing consortia", () => {
  test("gives projects of the acting cluster with numbered members, exact money and source codes", async () => {
    const { db, cluster, person } = await open();
    await runImport(db, person, [sampleParticipants(), sampleProjects()]);
    expect(
      (await db.read.select().from(projects)).toSorted((left, right) => (left.acronym < right.acronym ? -1 : 1)),
    ).toMatchObject([
      {
        acronym: "HEATLOOP",
        clusterId: cluster.id,
        visibility: "cluster",
        status: "running",
        currency: "EUR",
        ruleBook: "horizon-europe-actual",
        source: "CORDIS",
        externalId: "900001",
        totalCostCents: 30_030,
        maxGrantCents: 20_020,
        callTopic: "T-1",
      },
      { acronym: "SORTWELL", status: "submitted" },
    ]);
    const { participants: rows, organisations: entered } = await consortiaIn(db);
    expect(rows.map((row) => [row.project, row.organisation, row.number, row.role, row.grantCents])).toEqual([
      ["HEATLOOP", "900000011", 1, "coordinator", 10_010],
      ["HEATLOOP", "900000012", 2, "beneficiary", 10_010],
      ["HEATLOOP", "900000013", 3, "third-party", 0],
      ["SORTWELL", "900000012", 1, "coordinator", 9_001],
      ["SORTWELL", "900000014", 2, "associated-partner", null],
    ]);
    expect(entered.map((row) => [row.kind, row.country, row.countryImported, row.pic])).toContainEqual([
      "education",
      "GR",
      "EL",
      "900000012",
    ]);
    expect(entered.map((row) => row.name)).toContain('=Delta "Works" Ltd');
    expect((await verifyChain(db.read)).brokenAtSeq).toBeNull();
  });

  test("comes out the same from CSV, and again changes nothing but a note", async () => {
    const one = await open();
    await runImport(one.db, one.person, [sampleProjects(), sampleParticipants()]);
    const other = await open();
    const csv = [
      cordisCsv("p.csv", [participantHeader, ...participantRows]),
      cordisCsv("q.csv", [projectHeader, ...projectRows]),
    ];
    await runImport(other.db, other.person, csv);
    expect(await consortiaIn(other.db)).toEqual(await consortiaIn(one.db));
    const before = await other.db.read.$count(changes);
    const again = await runImport(other.db, other.person, [sampleProjects(), sampleParticipants()]);
    expect([again.written, (await other.db.read.$count(changes)) - before]).toEqual([0, 1]);
    const last = (await other.db.read.select().from(changes)).at(-1);
    expect(last).toMatchObject({ entity: "import", action: "unchanged" });
  });

  test("shows what a changed file would change, and writes just that", async () => {
    const { db, person } = await open();
    await runImport(db, person, [sampleProjects(), sampleParticipants()]);
    const changed = projectRows.map((row, index) => (index === 0 ? row.with(2, "Heat loops for all towns") : row));
    const sources = [sampleWorkbook({ S: [projectHeader, ...changed] })];
    const preview = await runPreview(db, person, sources);
    expect(preview.counts.project).toEqual({ new: 0, changed: 1, same: 1, problem: 0 });
    expect(preview.samples.project[0]).toMatchObject({
      fate: "changed",
      changes: [{ field: "title", before: "Heat loops for small towns", after: "Heat loops for all towns" }],
    });
    expect((await runImport(db, person, sources)).written).toBe(1);
  });

  test("reuses an organisation entered by hand with the same PIC, and one with people of its own, without overwriting", async () => {
    const { db, person } = await open();
    const own = await buildOrganisation(db, { name: "Alpha by hand", pic: "900000011", country: "SE" });
    await runImport(db, person, [sampleProjects(), sampleParticipants()]);
    expect(await db.read.select().from(organisations).where(eq(organisations.pic, "900000011"))).toEqual([own]);
    expect(await db.read.$count(participants, eq(participants.organisationId, own.id))).toBe(1);
    expect((await runImport(db, person, [sampleProjects(), sampleParticipants()])).written).toBe(0);
  });

  test("refuses all when one row is wrong, a project is missing or belongs to others", async () => {
    const { db, person } = await open();
    expect(await faultOf(runImport(db, person, [sampleParticipants()]))).toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
      appCode: "IMPORT_REFUSED",
    });
    const rows = participantRows.with(2, participantRows[2]!.with(8, "chief"));
    await faultOf(runImport(db, person, [sampleProjects(), sampleWorkbook({ S: [participantHeader, ...rows] })]));
    expect([await db.read.$count(projects), await db.read.$count(participants), await db.read.$count(changes)]).toEqual(
      [0, 0, 0],
    );

    await runImport(db, person, [sampleProjects(), sampleParticipants()]);
    const stranger = await buildPerson(db, await buildOrganisation(db, { kind: "cluster" }));
    const preview = await runPreview(db, stranger, [sampleProjects()]);
    expect(preview.problems.map((problem) => problem.appCode)).toEqual(expect.arrayContaining(["PROJECT_OF_OTHERS"]));
    const viewer = await buildPerson(db, await buildOrganisation(db, { kind: "cluster" }), "viewer");
    const member = await buildPerson(db, await buildOrganisation(db));
    for (const nobody of [viewer, member])
      expect((await faultOf(runImport(db, nobody, [sampleProjects()]))).code).toBe("FORBIDDEN");
  });
});

describe("an import from upload to undo", () => {
  test("is private, previewed, applied once, taken back whole, and then gone", async () => {
    const { db, person, parts } = await open();
    const before = await consortiaIn(db);
    const ids: string[] = [];
    for (const { name, bytes } of [sampleProjects(), sampleParticipants()])
      ids.push((await keepUpload(parts, person, name, bytes)).id);
    const stranger = await buildPerson(db, await buildOrganisation(db, { kind: "cluster", name: "Other cluster" }));
    expect((await faultOf(previewUploads(parts, stranger, ids))).code).toBe("NOT_FOUND");
    const { id } = await previewUploads(parts, person, ids);
    expect(await showImport(db.read, person, id, Date.now())).toMatchObject({
      stage: "previewed",
      mayUndo: false,
      preview: { counts: { participation: { new: 5 } } },
    });
    expect((await faultOf(showImport(db.read, stranger, id, Date.now()))).code).toBe("NOT_FOUND");

    const apply = async () => await actAs(db, person, async (tx) => applyStoredImport(tx, person, id, parsed));
    const parsed = await readParsed(parts, person, id);
    await apply();
    expect(await faultOf(apply())).toMatchObject({ code: "CONFLICT", appCode: "ALREADY_APPLIED" });
    const [row] = (await listImports(db.read, person, Date.now())).rows;
    expect(row).toMatchObject({
      id,
      stage: "applied",
      mayUndo: true,
      fileNames: ["projects.xlsx", "participants.xlsx"],
    });
    expect((await showImport(db.read, person, id, Date.now())).projects.map((each) => each.acronym)).toEqual([
      "HEATLOOP",
      "SORTWELL",
    ]);

    await actAs(db, person, (tx) => undoImport(tx, person, id));
    expect((await consortiaIn(db)).projects).toEqual([]);
    expect((await consortiaIn(db)).organisations.filter((each) => each.name !== "Other cluster")).toEqual(
      before.organisations,
    );
    expect((await faultOf(actAs(db, person, (tx) => undoImport(tx, person, id)))).appCode).toBe("NOT_UNDOABLE");
    expect((await verifyChain(db.read)).brokenAtSeq).toBeNull();
  });

  test("is taken back by undo as well, on its own road", async () => {
    const { db, person, parts } = await open();
    const ids: string[] = [];
    for (const { name, bytes } of [sampleProjects(), sampleParticipants()])
      ids.push((await keepUpload(parts, person, name, bytes)).id);
    const { id } = await previewUploads(parts, person, ids);
    const parsed = await readParsed(parts, person, id);
    await actAs(db, person, (tx) => applyStoredImport(tx, person, id, parsed));
    const [act] = await db.read.select().from(changes).where(eq(changes.entityId, id));
    const undone = await actAs(db, person, (tx) => undoAct(tx, person, { groupId: act!.groupId }));
    expect(undone.done).toBeGreaterThan(2);
    expect((await consortiaIn(db)).projects).toEqual([]);
    expect((await listDirectoryBin(db.read, person, Date.now())).rows).toEqual([]);
    expect((await verifyChain(db.read)).brokenAtSeq).toBeNull();
  });

  test("is not taken back once somebody worked with it; changed fields come back when nobody did", async () => {
    const { db, person, parts } = await open();
    await runImport(db, person, [sampleProjects(), sampleParticipants()]);
    const changed = projectRows.map((row) => row.with(5, 1));
    const source = sampleWorkbook({ S: [projectHeader, ...changed] });
    const run = async () => {
      const upload = await keepUpload(parts, person, source.name, source.bytes);
      const { id } = await previewUploads(parts, person, [upload.id]);
      const parsed = await readParsed(parts, person, id);
      await actAs(db, person, (tx) => applyStoredImport(tx, person, id, parsed));
      return id;
    };
    const first = await run();
    await actAs(db, person, (tx) => undoImport(tx, person, first));
    expect(
      (await db.read.select().from(projects))
        .map((row) => row.maxGrantCents)
        .toSorted((left, right) => (left ?? 0) - (right ?? 0)),
    ).toEqual([9_001, 20_020]);
    const second = await run();
    const [project] = await db.read.select().from(projects);
    await actAs(db, person, async (tx) => {
      await tx.record({
        entity: "project",
        entityId: project!.id,
        action: "updated",
        projectId: project!.id,
        before: { place: null },
        after: { place: "Oulu" },
      });
    });
    expect((await faultOf(actAs(db, person, (tx) => undoImport(tx, person, second)))).appCode).toBe("IMPORT_TOUCHED");
  });

  test("six a minute; dropped and expired files leave nothing behind", async () => {
    const { db, person } = await open();
    let now = Date.now();
    const parts = makeTestParts(db, { clock: () => now });
    const upload = async () => (await keepUpload(parts, person, "p.xlsx", sampleProjects().bytes)).id;
    const id = await upload();
    for (let count = 0; count < 6; count += 1) await previewUploads(parts, person, [id]);
    expect(await faultOf(previewUploads(parts, person, [id]))).toMatchObject({ code: "TOO_MANY_REQUESTS" });
    const dropped = await upload();
    const { fileKey } = await actAs(db, person, (tx) => cancelImport(tx, person, dropped));
    expect(fileKey).not.toBeNull();
    now += 25 * 3_600_000;
    await sweepImports(parts);
    expect((await db.read.select().from(jobs)).filter((job) => job.fileKey !== null)).toEqual([]);
  });
});
