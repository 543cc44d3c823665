import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { changes, periods, riskReports } from "#server/db/schema/index.ts";
import { listProjectBin } from "#server/features/changes/bin-queries.ts";
import { restoreRemoved } from "#server/features/changes/bin-service.ts";
import { undoAct } from "#server/features/changes/undo-service.ts";
import { listRisks } from "#server/features/risks/risk-queries.ts";
import { reportRisk } from "#server/features/risks/risk-report-service.ts";
import { createRisk, removeRisk, reorderRisks, reviseRisk } from "#server/features/risks/risk-service.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { createRiskSchema, type ReportRiskInput } from "#shared/features/risks/risk.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildPeriod } from "#tests/support/build-contribution.ts";
import { buildRisk } from "#tests/support/build-plan.ts";
import { buildProject, buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

async function stage() {
  const db = await openTestDatabase();
  const team = await buildTeam(db, { visibility: "public" });
  const period = await buildPeriod(db, team.project);
  const risk = await buildRisk(db, team.project, { ownerParticipantId: team.member.id, number: 7 });
  const report = (person: Person, more: Partial<ReportRiskInput> = {}) =>
    actAs(db, person, (tx) =>
      reportRisk(tx, person, {
        id: risk.id,
        periodId: period.id,
        version: null,
        state: "growing",
        likelihood: "H",
        severity: "M",
        note: "",
        ...more,
      }),
    );
  const list = (person = team.people.coordinator) => listRisks(db.read, person, { projectId: team.project.id });
  return { ...team, db, period, risk, report, list };
}

describe("risks", () => {
  test("are numbered on, refer to their own project and are for the consortium", async () => {
    const { db, project, people, list } = await stage();
    const create = (more: object) =>
      actAs(db, people.cluster, (tx) =>
        createRisk(
          tx,
          people.cluster,
          createRiskSchema.parse({ projectId: project.id, title: "Permit", likelihood: "L", severity: "H", ...more }),
        ),
      );
    await create({});
    expect((await list()).rows.map(({ number, title }) => [number, title]).at(-1)).toEqual([8, "Permit"]);
    const foreign = await buildStream(db, await buildProject(db));
    expect((await faultOf(create({ streamIds: [foreign.id] }))).fields[0]?.path).toBe("streamIds");
    const stranger = (await buildTeam(db)).member.id;
    expect((await faultOf(create({ ownerParticipantId: stranger }))).fields[0]?.path).toBe("ownerParticipantId");
    expect(await list(people.outsider)).toMatchObject({ rows: [], mayRead: false, participants: [] });
  });

  test("are told by their owner for an open period, who also says what is done, and nothing else", async () => {
    const { db, risk, people, report, period, list } = await stage();
    expect(await report(people.member)).toMatchObject({ version: 1 });
    const [row] = (await list(people.member)).rows;
    expect(row).toMatchObject({
      present: { likelihood: "H", severity: "M", state: "growing" },
      isHigh: true,
      mayReport: true,
    });
    expect((await faultOf(report(people.member))).code).toBe("CONFLICT");
    await report(people.coordinator, { version: 1, state: "closed" });
    expect((await list()).rows[0]).toMatchObject({ isHigh: false, reports: [{ version: 2, state: "closed" }] });
    const revise = (patch: object) =>
      actAs(db, people.member, (tx) => reviseRisk(tx, people.member, { id: risk.id, version: 1, patch }));
    expect((await faultOf(revise({ severity: "L" }))).code).toBe("FORBIDDEN");
    expect(await revise({ mitigation: "A second supplier" })).toEqual({ id: risk.id, version: 2 });
    await db.housekeep((tx) => tx.update(periods).set({ lockedAt: 1 }).where(eq(periods.id, period.id)));
    expect((await faultOf(report(people.member, { version: 2 }))).appCode).toBe("PERIOD_LOCKED");
  });

  test("are put in order at once, and not over what others changed", async () => {
    const { db, project, people, risk, list } = await stage();
    const other = await buildRisk(db, project, { number: 2 });
    const order = (version: number) =>
      actAs(db, people.coordinator, (tx) =>
        reorderRisks(tx, people.coordinator, {
          projectId: project.id,
          risks: [
            { id: risk.id, version },
            { id: other.id, version: 1 },
          ],
        }),
      );
    expect(await order(1)).toEqual({ versions: [2, 2] });
    expect((await list()).rows.map(({ id, number }) => [id, number])).toEqual([
      [risk.id, 1],
      [other.id, 2],
    ]);
    expect((await faultOf(order(1))).code).toBe("CONFLICT");
  });

  test("come back from the bin with how they stood; a report is taken back by whoever made it", async () => {
    const { db, project, people, risk, report, list } = await stage();
    await report(people.member);
    await actAs(db, people.coordinator, (tx) => removeRisk(tx, people.coordinator, { id: risk.id, version: 1 }));
    expect((await list()).rows).toEqual([]);
    const bin = await listProjectBin(db.read, people.coordinator, project.id, 0);
    expect(bin.rows).toMatchObject([{ title: risk.title, withIt: 1 }]);
    await actAs(db, people.coordinator, (tx) => restoreRemoved(tx, people.coordinator, { seq: bin.rows[0]!.seq }));
    expect((await list()).rows).toMatchObject([{ id: risk.id, reports: [{ state: "growing" }] }]);
    const [act] = await db.read.select().from(changes).where(eq(changes.entity, "risk-report")).orderBy(changes.seq);
    await actAs(db, people.member, (tx) => undoAct(tx, people.member, { groupId: act!.groupId }));
    expect(await db.read.select().from(riskReports)).toEqual([]);
  });
});
