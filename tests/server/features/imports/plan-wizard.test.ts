import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { changes, contributions, deliverables, milestones, projects, streams, tasks } from "#server/db/schema/index.ts";
import { applyStoredImport } from "#server/features/imports/import-service.ts";
import { undoImport } from "#server/features/imports/import-undo-service.ts";
import { showImport } from "#server/features/imports/import-queries.ts";
import { keepUpload, previewPlanTable, readParsed, readUpload } from "#server/imports/import-files.ts";
import { Pace } from "#server/imports/pace.ts";
import { guessColumns, guessTarget } from "#shared/features/imports/plan-column-rules.ts";
import type { PlanMapping } from "#shared/features/imports/plan-mapping.ts";
import type { PlanTarget } from "#shared/features/imports/plan-words.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildTask } from "#tests/support/build-plan.ts";
import { buildParticipant, buildProject, buildStream } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";
import { sampleWorkbook } from "#tests/support/import-samples.ts";
import { makeTestParts } from "#tests/support/parts.ts";

async function open() {
  const db = await openTestDatabase();
  const cluster = await buildOrganisation(db, { kind: "cluster", name: "Cluster" });
  const person = await buildPerson(db, cluster);
  const project = await buildProject(db, {
    acronym: "EKO",
    clusterId: cluster.id,
    startOn: "2026-03-01",
    durationMonths: 36,
  });
  const alpha = await buildOrganisation(db, { name: "Alpha Oy", shortName: "ALPHA" });
  const beta = await buildOrganisation(db, { name: "Beta GmbH", shortName: "BETA" });
  const first = await buildParticipant(db, project, alpha, { number: 1 });
  const second = await buildParticipant(db, project, beta, { number: 2 });
  const heat = await buildStream(db, project, { number: 1, code: "WP1", title: "Heat" });
  const waste = await buildStream(db, project, { number: 2, code: "WP2", title: "Waste" });
  return { db, cluster, person, project, first, second, heat, waste, parts: makeTestParts(db) };
}
type World = Awaited<ReturnType<typeof open>>;

const csv = (lines: string[]) => new TextEncoder().encode(`${lines.join("\r\n")}\r\n`);

async function preview(
  { parts, person, project }: World,
  bytes: Uint8Array,
  target: PlanTarget,
  more: Partial<PlanMapping> = {},
) {
  const { id: fileId } = await keepUpload(parts, person, "plan.csv", bytes);
  const { sheets } = await readUpload(parts, person, fileId);
  const sheet = sheets[more.sheet ?? 0]!;
  const columns = guessColumns(
    target,
    sheet.columns.map(({ header }) => header),
  );
  const mapping: PlanMapping = { target, sheet: 0, headerRow: sheet.headerRow, key: "code", columns, ...more };
  const { id } = await previewPlanTable(parts, person, { fileId, projectId: project.id, mapping });
  return await showImport(parts.db.read, person, id, parts.clock());
}

async function apply({ parts, person, db }: World, id: string, pace?: Pace) {
  const parsed = await readParsed(parts, person, id);
  return await actAs(db, person, (tx) => applyStoredImport(tx, person, id, parsed, pace));
}

const taskLines = [
  "Tehtäväluettelo;;;;;;;",
  "Koodi;Nimi;Vastuuosapuoli;Kumppanit;Alku;Loppu;Edistyminen;Tila",
  "T1.1;Kattila;ALPHA;Beta GmbH;M1;M12;50 %;kesken",
  "T1.2;Verkko;2;;01.03.2027;2027-08-31;0,25;suunniteltu",
  "T2.1;Lajittelu;BETA;ALPHA, BETA;7;8;;",
];

describe("a table of tasks", () => {
  test("names in Finnish are recognised below a title, months come from codes, numbers and dates", async () => {
    const world = await open();
    const shown = await preview(world, csv(taskLines), "tasks");
    expect(shown.preview.problems).toEqual([]);
    expect(shown.counts.task).toEqual({ new: 3, changed: 0, same: 0, problem: 0 });
    await apply(world, shown.id);
    const rows = await world.db.read.select().from(tasks);
    const { heat, waste, first, second } = world;
    expect(rows.find((row) => row.streamId === heat.id && row.number === 1)).toMatchObject({
      title: "Kattila",
      startMonth: 1,
      endMonth: 12,
      progressBp: 5_000,
      state: "active",
      leadParticipantId: first.id,
      participantIds: [second.id],
    });
    expect(rows.find((row) => row.streamId === heat.id && row.number === 2)).toMatchObject({
      startMonth: 13,
      endMonth: 18,
      progressBp: 2_500,
      state: "planned",
      leadParticipantId: second.id,
    });
    expect(rows.find((row) => row.streamId === waste.id)).toMatchObject({ startMonth: 7, endMonth: 8, progressBp: 0 });
  });

  test("updates what is there, leaves blank cells alone, and a second import changes nothing", async () => {
    const world = await open();
    await buildTask(world.db, world.heat, {
      number: 1,
      title: "Boiler",
      description: "Kept",
      startMonth: 2,
      endMonth: 9,
    });
    const shown = await preview(world, csv(taskLines), "tasks");
    expect(shown.counts.task).toEqual({ new: 2, changed: 1, same: 0, problem: 0 });
    await apply(world, shown.id);
    const [row] = await world.db.read.select().from(tasks).where(eq(tasks.title, "Kattila"));
    expect(row).toMatchObject({ description: "Kept", startMonth: 1, endMonth: 12, version: 2 });
    const again = await preview(world, csv(taskLines), "tasks");
    expect(again.counts.task).toEqual({ new: 0, changed: 0, same: 3, problem: 0 });
  });

  test("undo removes what is new and restores what was changed", async () => {
    const world = await open();
    const before = await buildTask(world.db, world.heat, { number: 1, title: "Boiler", startMonth: 2, endMonth: 9 });
    const shown = await preview(world, csv(taskLines), "tasks");
    await apply(world, shown.id);
    await actAs(world.db, world.person, (tx) => undoImport(tx, world.person, shown.id));
    const rows = await world.db.read.select().from(tasks);
    expect(rows).toMatchObject([{ id: before.id, title: "Boiler", startMonth: 2, endMonth: 9, participantIds: [] }]);
  });

  test("undo keeps what somebody else built upon", async () => {
    const world = await open();
    const shown = await preview(world, csv(taskLines), "tasks");
    await apply(world, shown.id);
    const [task] = await world.db.read.select().from(tasks);
    await actAs(world.db, world.person, (tx) =>
      tx.record({ entity: "deliverable", entityId: "d", action: "created", before: null, after: { taskId: task!.id } }),
    );
    expect(await faultOf(actAs(world.db, world.person, (tx) => undoImport(tx, world.person, shown.id)))).toMatchObject({
      appCode: "IMPORT_TOUCHED",
    });
    expect(await world.db.read.$count(tasks)).toBe(3);
  });

  test("rows are known by their title where nothing has a code", async () => {
    const world = await open();
    const lines = ["Задача,Пакет работ,Начало,Окончание", "Котёл,WP1,1,6", "Сеть,Heat,7,12"];
    const shown = await preview(world, csv(lines), "tasks", { key: "title" });
    expect(shown.preview.problems).toEqual([]);
    await apply(world, shown.id);
    expect((await world.db.read.select().from(tasks)).map((row) => [row.number, row.title]).toSorted()).toEqual([
      [1, "Котёл"],
      [2, "Сеть"],
    ]);
    expect((await preview(world, csv(lines), "tasks", { key: "title" })).counts.task.same).toBe(2);
  });

  test("every wrong cell is told with its row and column, and refuses the import", async () => {
    const world = await open();
    const lines = [
      "Code,Title,Work package,Lead,Start,End,Status",
      "T1.1,Good,WP1,ALPHA,1,3,planned",
      "T1.1,Twice,WP1,ALPHA,1,3,planned",
      "T1.2,No such lead,WP1,GAMMA,1,3,planned",
      "T1.3,No such stream,WP9,,1,3,planned",
      "T1.4,Odd month,WP1,,soon,3,planned",
      "T1.5,Odd state,WP1,,1,3,perhaps",
      "T1.6,Backwards,WP1,,5,3,planned",
      ",No code,WP1,,1,3,planned",
    ];
    const shown = await preview(world, csv(lines), "tasks");
    expect(shown.preview.problems.map(({ appCode, row, column }) => [row, appCode, column])).toEqual(
      expect.arrayContaining([
        [3, "DUPLICATE_CODE", null],
        [4, "UNKNOWN_PARTICIPANT", null],
        [5, "UNKNOWN_STREAM", null],
        [6, "NOT_A_MONTH", "Start"],
        [7, "UNKNOWN_STATE", "Status"],
        [8, "END_BEFORE_START", "End"],
        [9, "MISSING_VALUE", "Code"],
      ]),
    );
    expect(await faultOf(apply(world, shown.id))).toMatchObject({ appCode: "IMPORT_REFUSED" });
    expect(await world.db.read.$count(tasks)).toBe(0);
  });

  test("cancelling while it is written leaves nothing, and it can be written again", async () => {
    const world = await open();
    const lines = ["Code,Title", ...Array.from({ length: 350 }, (_, index) => `T1.${index + 1},Task ${index + 1}`)];
    const shown = await preview(world, csv(lines), "tasks");
    const controller = new AbortController();
    const reports: number[] = [];
    const pace = new Pace(controller.signal, (done) => {
      reports.push(done);
      // By then some rows have been inserted.
      if (done >= 500) controller.abort();
    });
    const seq = await world.db.read.$count(changes);
    expect(await faultOf(apply(world, shown.id, pace))).toMatchObject({ appCode: "CANCELLED" });
    expect(reports.at(-1)).toBe(500);
    expect(await world.db.read.$count(tasks)).toBe(0);
    expect(await world.db.read.$count(changes)).toBe(seq);
    await apply(world, shown.id);
    expect(await world.db.read.$count(tasks)).toBe(350);
  });
});

describe("other tables", () => {
  test("deliverables by the funder's column names", async () => {
    const world = await open();
    const lines = [
      "Deliverable (number),Deliverable name,Work package number,Short name of lead participant,Type,Dissemination level,Delivery date (in months)",
      "D1.1,-5 °C trial,1,ALPHA,R — Document report,PU - Public,M6",
      "D2.3,+Handbook,2,BETA,DEM,Sensitive,12",
    ];
    expect(guessTarget(lines[0]!.split(","))).toBe("deliverables");
    const good = await preview(world, csv(lines), "deliverables");
    expect(good.preview.problems).toEqual([]);
    await apply(world, good.id);
    expect(await world.db.read.select().from(deliverables)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ title: "-5 °C trial", number: 1, type: "R", dissemination: "PU", dueMonth: 6 }),
        expect.objectContaining({ title: "+Handbook", number: 3, type: "DEM", dissemination: "SEN", dueMonth: 12 }),
      ]),
    );
  });

  test("milestones with several streams", async () => {
    const world = await open();
    const lines = ["Веха;Название;Пакет работ;Срок;Способ проверки", "MS1;Пуск;WP1, WP2;01.09.2026;Акт"];
    const columns: PlanMapping["columns"] = [
      { index: 0, field: "code" },
      { index: 1, field: "title" },
      { index: 2, field: "stream" },
      { index: 3, field: "dueMonth" },
      { index: 4, field: "verification" },
    ];
    const shown = await preview(world, csv(lines), "milestones", { columns });
    await apply(world, shown.id);
    expect(await world.db.read.select().from(milestones)).toMatchObject([
      { number: 1, title: "Пуск", streamIds: [world.heat.id, world.waste.id], dueMonth: 7, verification: "Акт" },
    ]);
  });

  test("an effort matrix becomes agreed lines without value; totals are not read", async () => {
    const world = await open();
    const lines = ["Participant;WP1;WP2;Total", "ALPHA;12,5;0;12,5", "BETA;;3;3", "Total;12,5;3;15,5"];
    const shown = await preview(world, csv(lines), "effort");
    expect(shown.preview.problems).toEqual([]);
    expect(shown.counts.effort).toEqual({ new: 2, changed: 0, same: 0, problem: 0 });
    await apply(world, shown.id);
    const rows = await world.db.read.select().from(contributions);
    expect(
      rows.map((row) => [row.participantId, row.streamId, row.effortPmHundredths, row.state, row.valueCents]),
    ).toEqual(
      expect.arrayContaining([
        [world.first.id, world.heat.id, 1250, "agreed", null],
        [world.second.id, world.waste.id, 300, "agreed", null],
      ]),
    );
    const next = await preview(world, csv(lines.map((line) => line.replace("BETA;;3", "BETA;;4,25"))), "effort");
    expect(next.counts.effort).toEqual({ new: 0, changed: 1, same: 1, problem: 0 });
  });

  test("effort that is split, or kept confidential, is neither written over nor told", async () => {
    const world = await open();
    const effort = {
      kind: "effort" as const,
      streamId: world.heat.id,
      effortPmHundredths: 500,
      state: "agreed" as const,
    };
    await buildContribution(world.db, world.first, effort);
    await buildContribution(world.db, world.first, { ...effort, effortPmHundredths: 200 });
    await buildContribution(world.db, world.second, {
      ...effort,
      effortPmHundredths: 777,
      confidentiality: "coordinator",
    });
    const shown = await preview(world, csv(["Participant,WP1", "ALPHA,8", "BETA,1"]), "effort");
    expect(shown.preview.problems.map(({ appCode, row }) => [appCode, row])).toEqual([["EFFORT_TALKED", 2]]);
    expect(JSON.stringify(shown)).not.toContain("777");
    const same = await preview(world, csv(["Participant,WP1", "ALPHA,7"]), "effort");
    expect(same.counts.effort).toEqual({ new: 0, changed: 0, same: 1, problem: 0 });
  });

  test("a sheet of a workbook is chosen, with its header further down", async () => {
    const world = await open();
    const bytes = sampleWorkbook({
      Notes: [["Nothing here"]],
      Plan: [["Our plan"], ["Code", "Title", "Start", "End"], ["T1.1", "Boiler", 1, 46_204], ["T1.2", "Grid", 2, 3]],
    }).bytes;
    const shown = await preview(world, bytes, "tasks", { sheet: 1 });
    expect(shown.preview.problems).toEqual([]);
    await apply(world, shown.id);
    // Day 46 204 of a spreadsheet is 1 July 2026, in the fifth month.
    expect(await world.db.read.select().from(tasks).where(eq(tasks.number, 1))).toMatchObject([
      { startMonth: 1, endMonth: 5 },
    ]);
  });
});

describe("who may", () => {
  test("the plan of others is not found, whether it exists or not", async () => {
    const world = await open();
    const other = await buildOrganisation(world.db, { kind: "cluster", name: "Other" });
    const foreign = await buildProject(world.db, { clusterId: other.id });
    const { id: fileId } = await keepUpload(world.parts, world.person, "plan.csv", csv(taskLines));
    const mapping: PlanMapping = {
      target: "tasks",
      sheet: 0,
      headerRow: 2,
      key: "code",
      columns: [{ index: 0, field: "code" }],
    };
    for (const projectId of [foreign.id, "0192f0c0-0000-7000-8000-000000000000"]) {
      expect(await faultOf(previewPlanTable(world.parts, world.person, { fileId, projectId, mapping }))).toMatchObject({
        code: "NOT_FOUND",
      });
    }
    expect(await world.db.read.$count(projects)).toBe(2);
    expect(await world.db.read.$count(streams)).toBe(2);
  });
});
