import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { contributions, deliverables, milestones, projects, streams, tasks } from "#server/db/schema/index.ts";
import { keepUpload, previewPlanTable } from "#server/imports/import-files.ts";
import { guessTarget } from "#shared/features/imports/plan-column-rules.ts";
import type { PlanMapping } from "#shared/features/imports/plan-mapping.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildProject } from "#tests/support/build-project.ts";
import { faultOf } from "#tests/support/fault-of.ts";
import { sampleWorkbook } from "#tests/support/import-samples.ts";
import { applyTable, csv, openPlan, previewTable } from "#tests/support/plan-wizard.ts";

describe("other tables", () => {
  test("deliverables by the funder's column names", async () => {
    const world = await openPlan();
    const lines = [
      "Deliverable (number),Deliverable name,Work package number,Short name of lead participant,Type,Dissemination level,Delivery date (in months)",
      "D1.1,-5 °C trial,1,ALPHA,R — Document report,PU - Public,M6",
      "D2.3,+Handbook,2,BETA,DEM,Sensitive,12",
    ];
    expect(guessTarget(lines[0]!.split(","))).toBe("deliverables");
    const good = await previewTable(world, csv(lines), "deliverables");
    expect(good.preview.problems).toEqual([]);
    await applyTable(world, good.id);
    expect(await world.db.read.select().from(deliverables)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ title: "-5 °C trial", number: 1, type: "R", dissemination: "PU", dueMonth: 6 }),
        expect.objectContaining({ title: "+Handbook", number: 3, type: "DEM", dissemination: "SEN", dueMonth: 12 }),
      ]),
    );
  });

  test("milestones with several streams", async () => {
    const world = await openPlan();
    const lines = ["Веха;Название;Пакет работ;Срок;Способ проверки", "MS1;Пуск;WP1, WP2;01.09.2026;Акт"];
    const columns: PlanMapping["columns"] = [
      { index: 0, field: "code" },
      { index: 1, field: "title" },
      { index: 2, field: "stream" },
      { index: 3, field: "dueMonth" },
      { index: 4, field: "verification" },
    ];
    const shown = await previewTable(world, csv(lines), "milestones", { columns });
    await applyTable(world, shown.id);
    expect(await world.db.read.select().from(milestones)).toMatchObject([
      { number: 1, title: "Пуск", streamIds: [world.heat.id, world.waste.id], dueMonth: 7, verification: "Акт" },
    ]);
  });

  test("an effort matrix becomes agreed lines without value; totals are not read", async () => {
    const world = await openPlan();
    const lines = ["Participant;WP1;WP2;Total", "ALPHA;12,5;0;12,5", "BETA;;3;3", "Total;12,5;3;15,5"];
    const shown = await previewTable(world, csv(lines), "effort");
    expect(shown.preview.problems).toEqual([]);
    expect(shown.counts.effort).toEqual({ new: 2, changed: 0, same: 0, problem: 0 });
    await applyTable(world, shown.id);
    const rows = await world.db.read.select().from(contributions);
    expect(
      rows.map((row) => [row.participantId, row.streamId, row.effortPmHundredths, row.state, row.valueCents]),
    ).toEqual(
      expect.arrayContaining([
        [world.first.id, world.heat.id, 1250, "agreed", null],
        [world.second.id, world.waste.id, 300, "agreed", null],
      ]),
    );
    const next = await previewTable(world, csv(lines.map((line) => line.replace("BETA;;3", "BETA;;4,25"))), "effort");
    expect(next.counts.effort).toEqual({ new: 0, changed: 1, same: 1, problem: 0 });
  });

  test("effort that is split, or kept confidential, is neither written over nor told", async () => {
    const world = await openPlan();
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
    const shown = await previewTable(world, csv(["Participant,WP1", "ALPHA,8", "BETA,1"]), "effort");
    expect(shown.preview.problems.map(({ appCode, row }) => [appCode, row])).toEqual([["EFFORT_TALKED", 2]]);
    expect(JSON.stringify(shown)).not.toContain("777");
    const same = await previewTable(world, csv(["Participant,WP1", "ALPHA,7"]), "effort");
    expect(same.counts.effort).toEqual({ new: 0, changed: 0, same: 1, problem: 0 });
  });

  test("a sheet of a workbook is chosen, with its header further down", async () => {
    const world = await openPlan();
    const bytes = sampleWorkbook({
      Notes: [["Nothing here"]],
      Plan: [["Our plan"], ["Code", "Title", "Start", "End"], ["T1.1", "Boiler", 1, 46_204], ["T1.2", "Grid", 2, 3]],
    }).bytes;
    const shown = await previewTable(world, bytes, "tasks", { sheet: 1 });
    expect(shown.preview.problems).toEqual([]);
    await applyTable(world, shown.id);
    // Day 46 204 of a spreadsheet is 1 July 2026, in the fifth month.
    expect(await world.db.read.select().from(tasks).where(eq(tasks.number, 1))).toMatchObject([
      { startMonth: 1, endMonth: 5 },
    ]);
  });
});

describe("who may", () => {
  test("the plan of others is not found, whether it exists or not", async () => {
    const world = await openPlan();
    const other = await buildOrganisation(world.db, { kind: "cluster", name: "Other" });
    const foreign = await buildProject(world.db, { clusterId: other.id });
    const { id: fileId } = await keepUpload(world.parts, world.person, "plan.csv", csv(["Code;Title", "T1.1;Boiler"]));
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
