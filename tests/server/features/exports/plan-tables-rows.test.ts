import { beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { sightOf } from "#server/exports/sight.ts";
import { collectForJob } from "#server/exports/export-delivery.ts";
import { collectPlanTables } from "#server/exports/tables/plan-tables-rows.ts";
import { renderExport } from "#server/exports/render.ts";
import { exportFileName } from "#server/exports/file-name.ts";
import { loadMembership } from "#server/features/members/membership.ts";
import { type Audience, audiences, horizonTables, tableFormats } from "#shared/features/exports/export-words.ts";
import { startExportSchema } from "#shared/features/exports/export.ts";
import { buildBudgetLine } from "#tests/support/build-budget.ts";
import { buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildDeliverable, buildRisk, buildTask } from "#tests/support/build-plan.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { textOfExport } from "#tests/support/text-of-export.ts";

const now = Date.UTC(2026, 10, 23, 9);
// What only "other" and the coordinator may know: its title, effort and value, and every sum they are in.
const secrets = ["Zebrafinch", "77.77", "7777.77", "7,777.77"];

let db: Database;
let consortium: Consortium;
let stream: Awaited<ReturnType<typeof buildStream>>;

beforeEach(async () => {
  db = await openTestDatabase();
  consortium = await buildConsortium(db);
  const { project, participants } = consortium;
  stream = await buildStream(db, project, { number: 1, code: "S1", leadParticipantId: participants.member.id });
  await buildTask(db, stream, {
    number: 1,
    title: "Dry",
    description: "Slowly.",
    participantIds: [participants.other.id],
  });
  await buildTask(db, stream, { number: 2, title: "Given up", state: "dropped" });
  await buildDeliverable(db, stream, { number: 1, title: "Report of drying" });
  await buildRisk(db, project, { number: 1, title: "Frost", streamIds: [stream.id] });
  const effort = { streamId: stream.id, kind: "effort", state: "agreed" } as const;
  await buildContribution(db, participants.coordinator, { ...effort, effortPmHundredths: 250, valueCents: 1_000_00 });
  await buildContribution(db, participants.member, { ...effort, effortPmHundredths: 125, valueCents: 500_00 });
  await buildContribution(db, participants.other, {
    ...effort,
    title: "Zebrafinch study",
    effortPmHundredths: 7_777,
    valueCents: 7_777_77,
    confidentiality: "coordinator",
  });
  await buildBudgetLine(db, participants.member, {
    category: "C.1",
    title: "Meetings",
    units: "3",
    unitPriceCents: 33_33,
  });
  await buildBudgetLine(db, participants.other, {
    category: "B",
    title: "Laboratory",
    units: "1",
    unitPriceCents: 44_44,
  });
});

async function collect(as: Standpoint, audience: Audience) {
  return await db.snapshot(async (snapshot) => {
    const membership = await loadMembership(snapshot, consortium.people[as], consortium.project.id);
    return await collectPlanTables(snapshot, membership, sightOf(membership, audience), horizonTables);
  });
}

describe("what the tables are drawn from", () => {
  test("is everything for the coordinator, without what was given up", async () => {
    const { participants } = consortium;
    const tables = await collect("coordinator", "internal");
    expect(tables.tasks.map(({ code, title }) => `${code} ${title}`)).toEqual(["T1.1 Dry"]);
    expect(tables).toMatchObject({ leftOut: 1, risks: [{ title: "Frost", streams: ["S1"] }] });
    expect(tables.deliverables).toMatchObject([{ code: "D1.1", title: "Report of drying", dueMonth: 6 }]);
    expect(tables.effort).toMatchObject({ total: 8_152, columns: { [stream.id]: 8_152 } });
    expect(tables.effort?.rows[participants.other.id]).toBe(7_777);
    expect(tables.costs?.hiddenIds).toEqual([]);
    const costs = tables.costs?.items.filter(({ category }) => !category.startsWith("A."));
    expect(costs?.map(({ title, category, cents }) => [title, category, cents]).toSorted()).toEqual([
      ["Laboratory", "B", 44_44],
      ["Meetings", "C.1", 99_99],
    ]);
  });

  test("hides a confided figure from other members, and every sum it is in", async () => {
    const { participants } = consortium;
    const { effort, costs } = await collect("member", "internal");
    expect(effort?.rows[participants.other.id]).toBeNull();
    expect(effort?.columns[stream.id]).toBeNull();
    expect(effort?.total).toBeNull();
    expect(effort?.rows[participants.member.id]).toBe(125);
    expect(costs?.hiddenIds).toContain(participants.other.id);
    expect(costs?.items.some(({ participantId }) => participantId === participants.other.id)).toBe(false);
  });

  test("gives readers and the public no figures, and risks to the consortium alone", async () => {
    for (const [as, audience] of [
      ["reader", "internal"],
      ["coordinator", "public"],
      ["reader", "public"],
    ] as const)
      expect(await collect(as, audience)).toMatchObject({ effort: null, costs: null, risks: null });
    expect((await collect("invited", "internal")).risks).toBeNull();
    expect((await collect("member", "partners")).risks).toHaveLength(1);
  });

  test("has no confided word or figure in any file for those who may not know it", { timeout: 60_000 }, async () => {
    const { project, people } = consortium;
    const all: [Standpoint, Audience][] = [
      ...audiences.map((audience): [Standpoint, Audience] => ["member", audience]),
      ["coordinator", "partners"],
      ["other", "partners"],
      ["cluster", "internal"],
      ["invited", "internal"],
      ["reader", "internal"],
    ];
    const read = async (as: Standpoint, audience: Audience) => {
      const { userId, seat } = people[as];
      const parameters = { document: "horizon-tables", tables: [...horizonTables], audience, language: "en" };
      const job = { userId, actingForId: seat?.organisationId ?? null, projectId: project.id, parameters };
      const collected = await db.snapshot((snapshot) => collectForJob(snapshot, job, now));
      const texts = tableFormats.map(async (format) =>
        textOfExport(format, await renderExport({ ...collected, format })),
      );
      expect(exportFileName("xlsx", collected.summary, "horizon-tables")).toContain("Horizon Europe tables");
      return (await Promise.all(texts)).join("\n");
    };
    for (const [as, audience] of all) {
      const found = await read(as, audience);
      expect(
        secrets.filter((word) => found.includes(word)),
        `${as} ${audience}`,
      ).toEqual([]);
      expect(found).toContain("Report of drying");
    }
    const known = await read("coordinator", "internal");
    expect(known).toContain("77.77");
    expect(await read("other", "internal")).toContain("77.77");
  });
});

test("tables come for Word and as a workbook only", () => {
  const { project } = consortium;
  const asked = { projectId: project.id, audience: "internal", language: "en", document: "horizon-tables" };
  for (const format of tableFormats) expect(startExportSchema.safeParse({ ...asked, format }).success).toBe(true);
  for (const format of ["pdf", "csv", "json", "md"])
    expect(startExportSchema.safeParse({ ...asked, format }).success).toBe(false);
  expect(startExportSchema.safeParse({ ...asked, format: "xlsx", tables: [] }).success).toBe(false);
});
