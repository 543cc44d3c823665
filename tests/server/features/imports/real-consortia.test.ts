import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { readXlsx } from "hucre/xlsx";

import { changes, organisations, participants, projects } from "#server/db/schema/index.ts";
import type { ImportSource } from "#server/imports/parse-files.ts";
import { addExactly } from "#shared/money.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { cordisCsv } from "#tests/support/import-samples.ts";
import { hasRealData, realConsortia, realFile } from "#tests/support/real-data.ts";
import { consortiaIn, runImport, runPreview } from "#tests/support/run-import.ts";

const tally = (words: (string | null)[]) => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word ?? "none"] = (counts[word ?? "none"] ?? 0) + 1;
  return counts;
};

async function openWithCluster() {
  const db = await openTestDatabase();
  const cluster = await buildOrganisation(db, { kind: "cluster", name: "Cluster" });
  return { db, person: await buildPerson(db, cluster) };
}

describe.skipIf(!hasRealData)("54 real consortia", () => {
  test("hold every listed truth after the import, and a second one changes nothing", async () => {
    const { db, person } = await openWithCluster();
    const before = await runPreview(db, person, realConsortia());
    expect(before.counts).toMatchObject({
      project: { new: 54, changed: 0, same: 0, problem: 0 },
      organisation: { new: 1003, changed: 0, same: 0, problem: 0 },
      participation: { new: 1820, changed: 0, same: 0, problem: 0 },
    });
    expect(before.errorCount).toBe(0);
    await runImport(db, person, realConsortia());

    const rows = await db.read.select().from(participants);
    const entered = await db.read.select().from(organisations).where(eq(organisations.source, "CORDIS"));
    const found = await db.read.select().from(projects);
    expect([found.length, rows.length, entered.length]).toEqual([54, 1820, 1003]);
    expect(new Set(entered.map((row) => row.name)).size).toBe(1001);
    expect(tally(rows.map((row) => row.role))).toEqual({ beneficiary: 1702, coordinator: 54, "third-party": 64 });
    const byId = new Map(entered.map((row) => [row.id, row]));
    const members = rows.map((row) => byId.get(row.organisationId)!);
    expect(tally(members.map((row) => row.activityType))).toEqual({ PRC: 1160, HES: 344, REC: 293, OTH: 16, PUB: 7 });
    const countries = tally(members.map((row) => row.country));
    expect([countries["DE"], countries["NL"], countries["FR"], countries["GB"], countries["GR"]]).toEqual([
      343, 198, 181, 17, 11,
    ]);
    const imported = tally(members.map((row) => row.countryImported));
    expect([imported["UK"], imported["EL"]]).toEqual([17, 11]);
    expect(members.filter((row) => row.shortName === null)).toHaveLength(26);
    expect(members.filter((row) => row.website === null)).toHaveLength(704);

    const perProject = found.map((project) => ({ project, rows: rows.filter((row) => row.projectId === project.id) }));
    const sizes = perProject.map((each) => each.rows.length).toSorted((left, right) => left - right);
    expect([sizes[0], (sizes[26]! + sizes[27]!) / 2, sizes.at(-1)]).toEqual([5, 32, 82]);
    for (const each of perProject) {
      expect(addExactly(each.rows.map((row) => row.grantCents ?? 0))).toBe(each.project.maxGrantCents);
      expect(each.rows.map((row) => row.number).toSorted((left, right) => left - right)).toEqual(
        each.rows.map((_, index) => index + 1),
      );
      expect(each.rows.find((row) => row.number === 1)?.role).toBe("coordinator");
    }
    expect(perProject.find((each) => each.rows.length === 82)?.project).toMatchObject({
      acronym: "iRel40",
      maxGrantCents: 2_456_550_893,
    });
    expect(addExactly(found.map((row) => row.maxGrantCents ?? 0))).toBe(62_432_065_891);
    expect(addExactly(rows.map((row) => row.grantCents ?? 0))).toBe(62_432_065_891);
    expect(addExactly(found.map((row) => row.totalCostCents ?? 0))).toBe(246_836_222_401);

    const state = await consortiaIn(db);
    const seq = await db.read.$count(changes);
    const again = await runImport(db, person, realConsortia());
    expect(again.written).toBe(0);
    expect(await db.read.$count(changes)).toBe(seq + 1);
    expect(await consortiaIn(db)).toEqual(state);
  });

  test("come out the same from CSV as from XLSX, whichever way the files are ordered", async () => {
    const fromXlsx = await openWithCluster();
    await runImport(fromXlsx.db, fromXlsx.person, realConsortia());
    const fromCsv = await openWithCluster();
    const sources: ImportSource[] = [];
    for (const source of realConsortia().slice(0, 2).toReversed()) {
      const rows = (await readXlsx(source.bytes)).sheets[0]!.rows as (string | number | null)[][];
      sources.push(cordisCsv(source.name.replace("xlsx", "csv"), rows));
    }
    await runImport(fromCsv.db, fromCsv.person, sources);
    expect(await consortiaIn(fromCsv.db)).toEqual(await consortiaIn(fromXlsx.db));
  });
});

describe.skipIf(!hasRealData)("other real files", () => {
  test("the XML keeps contributions and net contributions apart, each adding up to the grant", async () => {
    const { db, person } = await openWithCluster();
    await runImport(db, person, [realFile("cordis_project_101190685.xml")]);
    const rows = await db.read.select().from(participants);
    expect(rows).toHaveLength(7);
    expect(addExactly(rows.map((row) => row.grantCents ?? 0))).toBe(550_000_000);
    expect(addExactly(rows.map((row) => row.netGrantCents ?? 0))).toBe(550_000_000);
    expect(rows.filter((row) => row.grantCents !== row.netGrantCents)).toHaveLength(2);
    expect(
      rows
        .filter((row) => row.sourceNumber === 4)
        .map((row) => row.role)
        .toSorted(),
    ).toEqual(["beneficiary", "third-party"]);
    expect(await db.read.select().from(projects)).toMatchObject([
      {
        acronym: "3SI-CONTROL",
        maxGrantCents: 550_000_000,
        startOn: "2025-06-01",
        durationMonths: 48,
        status: "running",
        fundingScheme: "HORIZON-JU-RIA",
      },
    ]);
    expect((await runImport(db, person, [realFile("cordis_project_101190685.xml")])).written).toBe(0);
  });

  test("Horizon Europe rows: dot and comma decimals, a blank contribution is none, one VAT number with two PICs is told", async () => {
    const { db, person } = await openWithCluster();
    const { preview } = await runImport(db, person, [realFile("cordis_he_fullcols_sample.csv")]);
    const rows = await db.read.select().from(participants);
    expect(rows).toHaveLength(14);
    expect(rows.filter((row) => row.role === "associated-partner").map((row) => row.grantCents)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const costs = (await db.read.select().from(projects)).map((row) => [row.acronym, row.totalCostCents]);
    expect(Object.fromEntries(costs)).toMatchObject({
      MIMOSA: 689_344_500,
      REFEST: 506_493_750,
      ENDURANCE: 516_628_502,
      EUROPA: 371_732_499,
    });
    expect(rows.map((row) => row.grantCents)).toContain(248_922_149);
    expect(preview.problems.map((problem) => problem.appCode)).toContain("VAT_TWICE");
    expect(preview.files).toMatchObject([{ format: "csv", separator: ",", encoding: "UTF-8" }]);
  });
});
