import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { baselines, changes, contributions, tasks } from "#server/db/schema/index.ts";
import { listBaselines } from "#server/features/baselines/baseline-queries.ts";
import { freezePlan, removeBaseline, reviseBaseline } from "#server/features/baselines/baseline-service.ts";
import { comparePlansOf } from "#server/features/baselines/comparison-queries.ts";
import { listProjectBin } from "#server/features/changes/bin-queries.ts";
import { restoreRemoved } from "#server/features/changes/bin-service.ts";
import { undoAct } from "#server/features/changes/undo-service.ts";
import { changeProjectStatus } from "#server/features/projects/project-service.ts";
import type { Database } from "#server/db/database.ts";
import { freezePlanSchema } from "#shared/features/baselines/baseline.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildBudgetLine } from "#tests/support/build-budget.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildDeliverable, buildTask } from "#tests/support/build-plan.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

const later = 4_102_444_800_000;

async function stage() {
  const db = await openTestDatabase();
  const team = await buildTeam(db);
  const stream = await buildStream(db, team.project, { leadParticipantId: team.member.id });
  const task = await buildTask(db, stream, { leadParticipantId: team.member.id });
  const line = await buildContribution(db, team.member, {
    streamId: stream.id,
    state: "agreed",
    kind: "cash",
    valueCents: 100_000,
  });
  const secret = await buildContribution(db, team.member, {
    streamId: stream.id,
    state: "agreed",
    kind: "cash",
    valueCents: 7_777_777,
    confidentiality: "coordinator",
    title: "Zebrafinch",
  });
  const freeze = (name: string, person = team.people.coordinator) =>
    actAs(db, person, (tx) => freezePlan(tx, person, freezePlanSchema.parse({ projectId: team.project.id, name })));
  return { ...team, db, stream, task, line, secret, freeze };
}

const storedOf = async (db: Database, id: string) =>
  (await db.read.select().from(baselines).where(eq(baselines.id, id)))[0]!;

describe("a baseline", () => {
  test("stays as it was whatever becomes of the plan, and its note", async () => {
    const { db, freeze, task, people } = await stage();
    const { id } = await freeze("Kick-off");
    const first = await storedOf(db, id);
    await db.housekeep((tx) => tx.update(tasks).set({ endMonth: 9, title: "Other" }).where(eq(tasks.id, task.id)));
    const patch = { note: "Said", decidedOn: "2026-02-01", inForceOn: "2026-03-01" };
    await actAs(db, people.cluster, (tx) => reviseBaseline(tx, people.cluster, { id, version: 1, patch }));
    const now = await storedOf(db, id);
    expect([now.content, now.contentHash, now.frozenAt, now.name]).toEqual([
      first.content,
      first.contentHash,
      first.frozenAt,
      first.name,
    ]);
    expect(now).toMatchObject(patch);
    const again = await faultOf(
      actAs(db, people.coordinator, (tx) =>
        reviseBaseline(tx, people.coordinator, { id, version: 2, patch: { decidedOn: "2026-02-02" } }),
      ),
    );
    expect(again.appCode).toBe("ALREADY_SET");
  });

  test("of the same plan has the same fingerprint", async () => {
    const { db, freeze } = await stage();
    const [one, two] = [await freeze("One"), await freeze("Two")];
    expect((await storedOf(db, one.id)).contentHash).toBe((await storedOf(db, two.id)).contentHash);
  });

  test("comes about with each change of status, and stays when that is taken back", async () => {
    const { db, project, people } = await stage();
    const { version } = await actAs(db, people.coordinator, (tx) =>
      changeProjectStatus(tx, people.coordinator, { id: project.id, version: 1, status: "completed" }),
    );
    expect(version).toBe(2);
    const { rows } = await listBaselines(db.read, people.coordinator, { projectId: project.id });
    expect(rows.map(({ kind, name, mayRemove }) => [kind, name, mayRemove])).toEqual([["status", "completed", false]]);
    const [act] = await db.read.select().from(changes).where(eq(changes.entityId, rows[0]!.id));
    const undone = await actAs(db, people.coordinator, (tx) =>
      undoAct(tx, people.coordinator, { groupId: act!.groupId }),
    );
    expect(undone).toMatchObject({ done: 1, skipped: [] });
    expect((await storedOf(db, rows[0]!.id)).removedAt).toBeNull();
    const refused = await faultOf(
      actAs(db, people.coordinator, (tx) =>
        removeBaseline(tx, people.coordinator, { id: rows[0]!.id, version: rows[0]!.version }),
      ),
    );
    expect(refused.code).toBe("FORBIDDEN");
  });

  test("goes to the bin by the coordinator alone and comes back as it was; the history never holds what is in it", async () => {
    const { db, project, people, freeze } = await stage();
    const { id } = await freeze("Kick-off", people.cluster);
    const first = await storedOf(db, id);
    const remove = (person: Person) => actAs(db, person, (tx) => removeBaseline(tx, person, { id, version: 1 }));
    expect((await faultOf(remove(people.cluster))).code).toBe("FORBIDDEN");
    expect((await faultOf(remove(people.member))).code).toBe("FORBIDDEN");
    await remove(people.coordinator);
    expect((await listBaselines(db.read, people.coordinator, { projectId: project.id })).rows).toEqual([]);
    const gone = { projectId: project.id, from: id, to: "now" };
    expect((await faultOf(comparePlansOf(db.read, people.coordinator, gone, later))).code).toBe("NOT_FOUND");
    const bin = await listProjectBin(db.read, people.coordinator, project.id, first.frozenAt);
    expect(bin.rows.map(({ title }) => title)).toEqual(["Kick-off"]);
    await actAs(db, people.coordinator, (tx) => restoreRemoved(tx, people.coordinator, { seq: bin.rows[0]!.seq }));
    const back = await storedOf(db, id);
    expect([back.content, back.contentHash, back.removedAt]).toEqual([first.content, first.contentHash, null]);
    const history = await db.read.select().from(changes).where(eq(changes.entity, "baseline"));
    expect(history.length).toBe(3);
    expect(JSON.stringify(history)).not.toMatch(/Zebrafinch|7777777|content/);
  });
});

describe("a comparison with now", () => {
  test("tells days, effort and money by member, and who did it", async () => {
    const { db, project, people, freeze, task, line, member, stream } = await stage();
    await freeze("Kick-off");
    await db.housekeep((tx) => tx.update(tasks).set({ endMonth: 8 }).where(eq(tasks.id, task.id)));
    await db.housekeep((tx) =>
      tx.update(contributions).set({ valueCents: 150_000 }).where(eq(contributions.id, line.id)),
    );
    await buildBudgetLine(db, member, { streamId: stream.id });
    await buildDeliverable(db, stream, { leadParticipantId: member.id });
    const input = { projectId: project.id, from: "last", to: "now" };
    const found = await comparePlansOf(db.read, people.coordinator, input, later);
    expect(found.rows.map(({ kind, change, participantId }) => [kind, change, participantId])).toEqual([
      ["task", "changed", member.id],
      ["deliverable", "added", member.id],
      ["contribution", "changed", member.id],
      ["budget", "added", member.id],
    ]);
    expect(found.movements.byParticipant).toEqual([
      {
        id: member.id,
        laterDays: 62,
        earlierDays: 0,
        effortBefore: 400,
        effortAfter: 400,
        centsBefore: 7_877_777,
        centsAfter: 8_027_777,
      },
    ]);
    expect(found.isPartial).toBe(false);
  });

  test("leaves confided lines and foreign costs out of rows and sums for others, also once they are opened", async () => {
    const { db, project, people, freeze, secret, line, member } = await stage();
    await buildBudgetLine(db, member);
    await freeze("Kick-off");
    await db.housekeep((tx) =>
      tx
        .update(contributions)
        .set({ valueCents: 1, confidentiality: "consortium" })
        .where(eq(contributions.id, secret.id)),
    );
    await db.housekeep((tx) =>
      tx.update(contributions).set({ valueCents: 150_000 }).where(eq(contributions.id, line.id)),
    );
    const input = { projectId: project.id, from: "last", to: "now" };
    const own = await comparePlansOf(db.read, people.member, input, later);
    expect(own.rows.map(({ id }) => id).toSorted()).toEqual([secret.id, line.id].toSorted());
    const cluster = await comparePlansOf(db.read, people.cluster, input, later);
    expect(cluster.rows.map(({ id }) => id)).toEqual([line.id]);
    expect(cluster.movements.total).toMatchObject({ centsBefore: 100_000, centsAfter: 150_000 });
    expect(cluster.isPartial).toBe(true);
    expect(JSON.stringify(cluster)).not.toContain("Zebrafinch");
    expect((await faultOf(comparePlansOf(db.read, people.outsider, input, later))).code).toBe("NOT_FOUND");
  });
});
