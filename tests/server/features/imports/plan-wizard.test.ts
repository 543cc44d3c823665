import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { changes, tasks } from "#server/db/schema/index.ts";
import { undoImport } from "#server/features/imports/import-undo-service.ts";
import { Pace } from "#server/imports/pace.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildTask } from "#tests/support/build-plan.ts";
import { faultOf } from "#tests/support/fault-of.ts";
import { applyTable, csv, openPlan, previewTable } from "#tests/support/plan-wizard.ts";

const taskLines = [
  "Tehtäväluettelo;;;;;;;",
  "Koodi;Nimi;Vastuuosapuoli;Kumppanit;Alku;Loppu;Edistyminen;Tila",
  "T1.1;Kattila;ALPHA;Beta GmbH;M1;M12;50 %;kesken",
  "T1.2;Verkko;2;;01.03.2027;2027-08-31;0,25;suunniteltu",
  "T2.1;Lajittelu;BETA;ALPHA, BETA;7;8;;",
];

describe("a table of tasks", () => {
  test("names in Finnish are recognised below a title, months come from codes, numbers and dates", async () => {
    const world = await openPlan();
    const shown = await previewTable(world, csv(taskLines), "tasks");
    expect(shown.preview.problems).toEqual([]);
    expect(shown.counts.task).toEqual({ new: 3, changed: 0, same: 0, problem: 0 });
    await applyTable(world, shown.id);
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
    const world = await openPlan();
    await buildTask(world.db, world.heat, {
      number: 1,
      title: "Boiler",
      description: "Kept",
      startMonth: 2,
      endMonth: 9,
    });
    const shown = await previewTable(world, csv(taskLines), "tasks");
    expect(shown.counts.task).toEqual({ new: 2, changed: 1, same: 0, problem: 0 });
    await applyTable(world, shown.id);
    const [row] = await world.db.read.select().from(tasks).where(eq(tasks.title, "Kattila"));
    expect(row).toMatchObject({ description: "Kept", startMonth: 1, endMonth: 12, version: 2 });
    const again = await previewTable(world, csv(taskLines), "tasks");
    expect(again.counts.task).toEqual({ new: 0, changed: 0, same: 3, problem: 0 });
  });

  test("undo removes what is new and restores what was changed", async () => {
    const world = await openPlan();
    const before = await buildTask(world.db, world.heat, { number: 1, title: "Boiler", startMonth: 2, endMonth: 9 });
    const shown = await previewTable(world, csv(taskLines), "tasks");
    await applyTable(world, shown.id);
    await actAs(world.db, world.person, (tx) => undoImport(tx, world.person, shown.id));
    const rows = await world.db.read.select().from(tasks);
    expect(rows).toMatchObject([{ id: before.id, title: "Boiler", startMonth: 2, endMonth: 9, participantIds: [] }]);
  });

  test("undo keeps what somebody else built upon", async () => {
    const world = await openPlan();
    const shown = await previewTable(world, csv(taskLines), "tasks");
    await applyTable(world, shown.id);
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
    const world = await openPlan();
    const lines = ["Задача,Пакет работ,Начало,Окончание", "Котёл,WP1,1,6", "Сеть,Heat,7,12"];
    const shown = await previewTable(world, csv(lines), "tasks", { key: "title" });
    expect(shown.preview.problems).toEqual([]);
    await applyTable(world, shown.id);
    expect((await world.db.read.select().from(tasks)).map((row) => `${row.number} ${row.title}`)).toEqual(
      expect.arrayContaining(["1 Котёл", "2 Сеть"]),
    );
    expect((await previewTable(world, csv(lines), "tasks", { key: "title" })).counts.task.same).toBe(2);
  });

  test("every wrong cell is told with its row and column, and refuses the import", async () => {
    const world = await openPlan();
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
    const shown = await previewTable(world, csv(lines), "tasks");
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
    expect(await faultOf(applyTable(world, shown.id))).toMatchObject({ appCode: "IMPORT_REFUSED" });
    expect(await world.db.read.$count(tasks)).toBe(0);
  });

  test("cancelling while it is written leaves nothing, and it can be written again", async () => {
    const world = await openPlan();
    const lines = ["Code,Title", ...Array.from({ length: 350 }, (_, index) => `T1.${index + 1},Task ${index + 1}`)];
    const shown = await previewTable(world, csv(lines), "tasks");
    const controller = new AbortController();
    const reports: number[] = [];
    const pace = new Pace(controller.signal, (done) => {
      reports.push(done);
      // By then some rows have been inserted.
      if (done >= 500) controller.abort();
    });
    const seq = await world.db.read.$count(changes);
    expect(await faultOf(applyTable(world, shown.id, pace))).toMatchObject({ appCode: "CANCELLED" });
    expect(reports.at(-1)).toBe(500);
    expect(await world.db.read.$count(tasks)).toBe(0);
    expect(await world.db.read.$count(changes)).toBe(seq);
    await applyTable(world, shown.id);
    expect(await world.db.read.$count(tasks)).toBe(350);
  });
});
