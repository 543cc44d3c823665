import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";

import {
  changes,
  contributions,
  deliverables,
  milestones,
  offers,
  organisations,
  participants,
  projects,
  streams,
  tasks,
} from "#server/db/schema/index.ts";
import { applyStoredImport } from "#server/features/imports/import-service.ts";
import { undoImport } from "#server/features/imports/import-undo-service.ts";
import { keepUpload, previewUploads, readParsed } from "#server/imports/import-files.ts";
import { parseFiles, readTables } from "#server/imports/parse-files.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildProject } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { makeTestParts } from "#tests/support/parts.ts";
import { hasRealData, realFile } from "#tests/support/real-data.ts";
import { runImport, runPreview } from "#tests/support/run-import.ts";

const planFile = "opendreamkit_final.pdata.yaml";

async function open() {
  const db = await openTestDatabase();
  const cluster = await buildOrganisation(db, { kind: "cluster", name: "Cluster" });
  return { db, cluster, person: await buildPerson(db, cluster) };
}

type Db = Awaited<ReturnType<typeof open>>["db"];

const effort = (value: string, column: string) => ({ appCode: "EFFORT_DIFFERS", column, value, hasRow: true });

async function effortsIn(db: Db) {
  const names = new Map((await db.read.select().from(organisations)).map((row) => [row.id, row.shortName]));
  const members = new Map(
    (await db.read.select().from(participants)).map((row) => [row.id, names.get(row.organisationId)]),
  );
  const codes = new Map((await db.read.select().from(streams)).map((row) => [row.id, row.code]));
  const lines = await db.read.select().from(contributions);
  const sums = { rows: {} as Record<string, number>, columns: {} as Record<string, number>, total: 0 };
  for (const line of lines) {
    const person = members.get(line.participantId) ?? "";
    const code = codes.get(line.streamId ?? "") ?? "";
    const months = (line.effortPmHundredths ?? 0) / 100;
    sums.rows[person] = (sums.rows[person] ?? 0) + months;
    sums.columns[code] = (sums.columns[code] ?? 0) + months;
    sums.total += months;
  }
  return sums;
}

describe.skipIf(!hasRealData)("the plan of OpenDreamKit", () => {
  test("holds every listed truth after the import, and a second one changes nothing", async () => {
    const { db, person } = await open();
    const before = await runPreview(db, person, [realFile(planFile)]);
    expect(before.errorCount).toBe(0);
    expect(Object.fromEntries(Object.entries(before.counts).map(([kind, counts]) => [kind, counts.new]))).toEqual({
      project: 1,
      organisation: 19,
      participation: 19,
      stream: 7,
      task: 58,
      deliverable: 86,
      milestone: before.counts.milestone.new,
      effort: 72,
    });
    const first = await runImport(db, person, [realFile(planFile)]);

    expect(await db.read.select().from(projects)).toMatchObject([
      { acronym: "OpenDreamKit", durationMonths: 48, externalId: "676541", source: "CORDIS" },
    ]);
    const sums = await effortsIn(db);
    expect(sums.total).toBe(823);
    expect(sums.columns).toEqual({ WP1: 55, WP2: 157, WP3: 129, WP4: 154, WP5: 202, WP6: 120, WP7: 6 });
    // prettier-ignore
    expect(sums.rows).toEqual({
      PS: 125, UB: 83, SA: 82, UK: 66, UJF: 60, USH: 49, LL: 48, FAU: 43, US: 36, SR: 32,
      UG: 30, UO: 29, UW: 27, XFEL: 27, LEEDS: 23, USO: 19, JU: 17, UV: 14, ZH: 13,
    });
    const lines = await db.read.select().from(contributions);
    expect(lines.every((line) => line.state === "agreed" && line.valueCents === null && line.basis === null)).toBe(
      true,
    );
    expect(await db.read.select().from(offers)).toHaveLength(lines.length);

    const members = await db.read.select().from(participants);
    expect(members.find((row) => row.role === "coordinator")?.number).toBe(1);
    const found = await db.read.select().from(streams);
    expect(new Set(found.map((row) => row.number))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
    expect(found.every((row) => row.leadParticipantId !== null)).toBe(true);
    expect(found.find((row) => row.number === 7)).toMatchObject({ state: "dropped", startMonth: 1, endMonth: 48 });
    expect(found.find((row) => row.number === 6)).toMatchObject({ startMonth: 1, endMonth: null });

    const reports = await db.read.select().from(deliverables);
    const states: Record<string, number> = {};
    for (const { state } of reports) states[state ?? "none"] = (states[state ?? "none"] ?? 0) + 1;
    expect(states).toEqual({ accepted: 49, submitted: 13, cancelled: 23, none: 1 });
    const jobs = await db.read.select().from(tasks);
    expect(jobs).toHaveLength(58);
    const wp4 = found.find((row) => row.number === 4);
    expect(jobs.find((row) => row.streamId === wp4?.id && row.number === 9)).toMatchObject({
      title: "Visualisation of 3D fluid dynamics data in web-notebook",
      startMonth: 13,
      endMonth: 36,
    });
    expect(jobs.find((row) => row.streamId === wp4?.id && row.number === 9)?.participantIds).toHaveLength(4);

    expect(await db.read.select().from(milestones)).toHaveLength(first.preview.counts.milestone.new);
    const seq = await db.read.$count(changes);
    const again = await runImport(db, person, [realFile(planFile)]);
    expect(again.written).toBe(0);
    expect(await db.read.$count(changes)).toBe(seq + 1);
  });

  test("contradictions are told with their line and left as they are", async () => {
    const { db, person } = await open();
    const { preview } = await runImport(db, person, [realFile(planFile)]);
    const parsed = await parseFiles([realFile(planFile)]);
    const told = parsed.problems.map(({ appCode, column, value, row }) => ({
      appCode,
      column,
      value,
      hasRow: row !== null,
    }));
    expect(told).toContainEqual({ appCode: "END_BEFORE_START", column: "end", value: "0", hasRow: true });
    expect(told).toContainEqual({ appCode: "NO_STATE", column: "status", value: null, hasRow: true });
    expect(told).toContainEqual(effort("72 ≠ 49", "reqPM"));
    expect(told).toContainEqual(effort("10 ≠ 23", "reqPM"));
    // WP7 is cancelled: its tasks still ask for 51 person-months, its matrix gives 6.
    expect(told).toContainEqual(effort("6 ≠ 51", "RM"));
    const lineOf = (text: string) =>
      Buffer.from(realFile(planFile).bytes).toString("utf8").split("\n")[Number(text) - 1];
    const end = parsed.problems.find(({ appCode }) => appCode === "END_BEFORE_START");
    expect(lineOf(String(end?.row))).toContain("end: '0'");
    expect(preview.errorCount).toBe(0);
  });

  test("undo takes all of it back", async () => {
    const { db, person } = await open();
    const parts = makeTestParts(db);
    const held = async () => ({
      organisations: await db.read.$count(organisations),
      projects: await db.read.$count(projects),
      streams: await db.read.$count(streams),
      tasks: await db.read.$count(tasks),
      deliverables: await db.read.$count(deliverables),
      milestones: await db.read.$count(milestones),
      contributions: await db.read.$count(contributions),
      offers: await db.read.$count(offers),
    });
    const before = await held();
    const { name, bytes } = realFile(planFile);
    const upload = await keepUpload(parts, person, name, bytes);
    const { id } = await previewUploads(parts, person, [upload.id]);
    const parsed = await readParsed(parts, person, id);
    await actAs(db, person, (tx) => applyStoredImport(tx, person, id, parsed));
    expect((await held()).deliverables).toBe(86);
    await actAs(db, person, (tx) => undoImport(tx, person, id));
    expect(await held()).toEqual(before);
  });
});

describe.skipIf(!hasRealData)("deliverables of CORDIS", () => {
  const file = "he_project_deliverables_sample.csv";

  test("join the projects that are known, by number or acronym, and tell of the others", async () => {
    const { db, person, cluster } = await open();
    await buildProject(db, {
      acronym: "Strategic Synergies",
      source: "CORDIS",
      externalId: "101113151",
      clusterId: cluster.id,
    });
    const text = Buffer.from(realFile(file).bytes).toString("utf8");
    const rows = text
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.slice(1, -1).split('";"'));
    expect(rows).toHaveLength(272);
    const named = rows.find((row) => row[4] === "101056866")!;
    await buildProject(db, { acronym: named[5]!, clusterId: cluster.id });
    const { preview } = await runImport(db, person, [realFile(file)]);
    expect(preview.files).toMatchObject([{ tables: [{ content: "deliverables", rows: 272 }] }]);
    expect(preview.counts.deliverable).toMatchObject({ new: 62, problem: 0 });
    expect(preview.problems.filter((problem) => problem.appCode === "PROJECT_PASSED_OVER")).toHaveLength(18);

    const found = await db.read.select().from(deliverables);
    expect(found).toHaveLength(62);
    const one = rows[1]!;
    expect(found.find((row) => row.link === one[6])).toMatchObject({
      number: 95,
      title: one[1],
      description: one[3],
      type: "DMP",
      state: "submitted",
      dissemination: "PU",
    });
    expect((await runImport(db, person, [realFile(file)])).written).toBe(0);
  });

  test("every cell comes back as it stands, whatever it begins with", async () => {
    const text = Buffer.from(realFile(file).bytes).toString("utf8");
    const [header = "", ...lines] = text.trim().split(/\r?\n/);
    const rows = lines.map((line) => line.slice(1, -1).split('";"'));
    const signs = ["- first, then second", "+49 30 1234567", "-1.5", "=SUM(A1:A9)", "@home"];
    // The same deliverables, some with a description that a spreadsheet would take for a formula.
    const signed = rows.map((row, index) => row.with(3, signs[index % 50] ?? row[3] ?? ""));
    const bytes = new TextEncoder().encode([header, ...signed.map((row) => `"${row.join('";"')}"`)].join("\n"));
    const parsed = await parseFiles([{ name: file, bytes }]);
    expect(parsed.plans).toHaveLength(20);
    const found = parsed.plans.flatMap((plan) => plan.deliverables);
    expect(found).toHaveLength(272);
    for (const { place, description } of found) expect(description).toBe(signed[(place.row ?? 0) - 2]?.[3]?.trim());
  });

  test("a workbook with a wrong dimension is read to its last row", async () => {
    const source = realFile("he_webItem_poi.xlsx");
    const { tables } = await readTables(source);
    const sheet = unzipSync(source.bytes)["xl/worksheets/sheet1.xml"]!;
    const rows = Buffer.from(sheet).toString("utf8").match(/<row /g)?.length ?? 0;
    expect(rows).toBeGreaterThan(2);
    expect(tables[0]?.rows).toHaveLength(rows);
    expect(tables[0]?.rows[1]?.cells[2]).toBe("/docs/projects/files/101/101095303/243751.png");
  });
});
