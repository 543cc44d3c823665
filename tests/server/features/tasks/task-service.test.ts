import { and, desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import type { Tx } from "#server/db/database.ts";
import { changes, deliverables, taskLinks, tasks } from "#server/db/schema/index.ts";
import { undoAct } from "#server/features/changes/undo-service.ts";
import { showPlan } from "#server/features/plan/plan-queries.ts";
import { linkTasks, reviseLink, unlinkTasks } from "#server/features/tasks/task-link-service.ts";
import { moveTasks } from "#server/features/tasks/task-move-service.ts";
import { reorderTasks } from "#server/features/tasks/task-order-service.ts";
import { createTask, removeTask, reportOnTask, reviseTask } from "#server/features/tasks/task-service.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { createTaskSchema } from "#shared/features/tasks/task.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildDeliverable, buildTask, buildTaskLink } from "#tests/support/build-plan.ts";
import { buildProject, buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

async function stage() {
  const db = await openTestDatabase();
  const team = await buildTeam(db);
  const stream = await buildStream(db, team.project, { number: 2 });
  const one = await buildTask(db, stream, { number: 1, leadParticipantId: team.member.id });
  const two = await buildTask(db, stream, { number: 2, startMonth: 7, endMonth: 9 });
  const as = <T>(person: Person, work: (tx: Tx) => Promise<T>) => actAs(db, person, work);
  const undo = async (person: Person) => {
    const [last] = await db.read.select().from(changes).orderBy(desc(changes.seq)).limit(1);
    return await as(person, (tx) => undoAct(tx, person, { groupId: last?.groupId ?? "" }));
  };
  return { db, ...team, lead: team.people.coordinator, stream, one, two, as, undo };
}

const place = (row: { id: string }, version: number, startMonth: number) => ({
  id: row.id,
  version,
  startMonth,
  endMonth: startMonth + 1,
});

describe("tasks", () => {
  test("get the next number of their stream, and their lead has to be a member", async () => {
    const { db, as, lead, stream, member, project } = await stage();
    const other = await buildStream(db, project, { number: 5 });
    const create = (streamId: string, rest: object = {}) =>
      as(lead, (tx) => createTask(tx, lead, createTaskSchema.parse({ streamId, title: "New", ...rest })));
    await create(stream.id, { leadParticipantId: member.id });
    await create(other.id);
    const plan = await showPlan(db.read, lead, project.id);
    expect(plan.tasks.map(({ code }) => code)).toEqual(["2.1", "2.2", "2.3", "5.1"]);
    const foreign = await faultOf(create(stream.id, { leadParticipantId: other.id }));
    expect(foreign.fields).toEqual([{ path: "leadParticipantId", appCode: "NOT_A_MEMBER" }]);
    const reversed = await faultOf(create(stream.id, { startMonth: 4, endMonth: 3 }));
    expect(reversed.fields).toEqual([{ path: "endMonth", appCode: "BEFORE_START" }]);
  });

  test("are reported on by the member that leads them, who may not touch months", async () => {
    const { as, people, one, two } = await stage();
    const { member } = people;
    const report = (id: string) =>
      as(member, (tx) => reportOnTask(tx, member, { id, version: 1, patch: { progressBp: 4_000, state: "active" } }));
    expect(await report(one.id)).toEqual({ id: one.id, version: 2 });
    expect((await faultOf(report(two.id))).code).toBe("FORBIDDEN");
    const months = as(member, (tx) => reviseTask(tx, member, { id: one.id, version: 2, patch: { startMonth: 3 } }));
    expect((await faultOf(months)).code).toBe("FORBIDDEN");
  });

  test("tell a stale writer how they stand now", async () => {
    const { as, lead, one } = await stage();
    const revise = (version: number, title: string) =>
      as(lead, (tx) => reviseTask(tx, lead, { id: one.id, version, patch: { title } }));
    await revise(1, "First");
    const fault = await faultOf(revise(1, "Second"));
    expect(fault.appCode).toBe("STALE");
    expect(fault.present).toMatchObject({ version: 2, title: "First", code: "2.1" });
  });

  test("move together or not at all; the conflict names what somebody changed", async () => {
    const { db, as, lead, one, two, project, undo } = await stage();
    const move = (...moves: ReturnType<typeof place>[]) =>
      as(lead, (tx) => moveTasks(tx, lead, { projectId: project.id, moves }));
    const months = async () =>
      (await showPlan(db.read, lead, project.id)).tasks.map((row) => [row.startMonth, row.endMonth]);
    const fault = await faultOf(move(place(one, 1, 3), place(two, 9, 5)));
    expect(fault.appCode).toBe("STALE");
    expect(fault.present).toEqual({
      tasks: [{ id: two.id, name: `2.2 ${two.title}`, version: 1, startMonth: 7, endMonth: 9 }],
    });
    expect(await months()).toEqual([
      [1, 6],
      [7, 9],
    ]);
    const foreign = await buildTask(db, await buildStream(db, await buildProject(db)));
    expect((await faultOf(move(place(one, 1, 3), place(foreign, 1, 3)))).code).toBe("NOT_FOUND");
    expect((await faultOf(move(place(one, 1, 3), place(one, 1, 4)))).fields[0]?.appCode).toBe("REPEATED");
    await move(place(one, 1, 3), place(two, 1, 5));
    expect(await months()).toEqual([
      [3, 4],
      [5, 6],
    ]);
    expect(await undo(lead)).toMatchObject({ done: 2, skipped: [] });
    expect(await months()).toEqual([
      [1, 6],
      [7, 9],
    ]);
  });

  test("are numbered anew without holes, and numbers come back by undo", async () => {
    const { db, as, lead, stream, one, two, undo } = await stage();
    const far = await buildTask(db, stream, { number: 9 });
    const versions = [far, one, two].map(({ id }) => ({ id, version: 1 }));
    const order = (list: typeof versions) =>
      as(lead, (tx) => reorderTasks(tx, lead, { streamId: stream.id, tasks: list }));
    expect((await faultOf(order(versions.slice(1)))).appCode).toBe("STALE");
    expect(await order(versions)).toEqual({ versions: [2, 2, 2] });
    const numbers = async () =>
      new Map((await db.read.select().from(tasks)).map((row) => [row.id, row.number] as const));
    const after = await numbers();
    expect([far, one, two].map(({ id }) => after.get(id))).toEqual([1, 2, 3]);
    await undo(lead);
    const back = await numbers();
    expect([far, one, two].map(({ id }) => back.get(id))).toEqual([9, 1, 2]);
  });

  test("go to the bin with their links and come back with them", async () => {
    const { db, as, lead, stream, one, two, undo } = await stage();
    const link = await buildTaskLink(db, one, two, { lagMonths: -2 });
    const promised = await buildDeliverable(db, stream, { number: 1, taskId: one.id });
    await as(lead, (tx) => removeTask(tx, lead, { id: one.id, version: 1 }));
    expect(await db.read.select().from(taskLinks)).toEqual([]);
    const standing = async () => (await db.read.select().from(deliverables).where(eq(deliverables.id, promised.id)))[0];
    expect(await standing()).toMatchObject({ taskId: null, version: 2 });
    expect(await undo(lead)).toMatchObject({ done: 3, skipped: [] });
    expect(await db.read.select().from(taskLinks)).toMatchObject([{ id: link.id, lagMonths: -2 }]);
    expect(await standing()).toMatchObject({ taskId: one.id });
    expect(await db.read.select().from(tasks).where(eq(tasks.id, one.id))).toMatchObject([{ number: 1 }]);
  });
});

describe("links", () => {
  test("never close a circle, which is told by name; one pair is linked once", async () => {
    const { db, as, lead, stream, one, two } = await stage();
    const three = await buildTask(db, stream, { number: 3, title: "Third" });
    const link = (
      from: { id: string },
      to: { id: string },
      moves: { id: string; version: number; startMonth: number; endMonth: number }[] = [],
    ) => as(lead, (tx) => linkTasks(tx, lead, { predecessorId: from.id, successorId: to.id, lagMonths: 0, moves }));
    await link(one, two);
    await link(two, three, [{ id: three.id, version: 1, startMonth: 10, endMonth: 12 }]);
    expect(await db.read.select().from(tasks).where(eq(tasks.id, three.id))).toMatchObject([{ startMonth: 10 }]);
    expect((await faultOf(link(one, two))).appCode).toBe("LINK_TAKEN");
    const fault = await faultOf(link(three, one));
    expect(fault.appCode).toBe("LINK_CYCLE");
    for (const row of [one, two, three]) expect(fault.params["names"]).toContain(row.title);
    expect((await faultOf(link(one, one))).appCode).toBe("LINK_CYCLE");
    const foreign = await buildTask(db, await buildStream(db, await buildProject(db)));
    expect((await faultOf(link(one, foreign))).code).toBe("NOT_FOUND");
    expect(await db.read.select().from(taskLinks)).toHaveLength(2);
  });

  test("change their lag and go, by whoever saw them as they are; undo does not close a circle", async () => {
    const { db, as, lead, one, two, undo } = await stage();
    const { id } = await buildTaskLink(db, one, two);
    await as(lead, (tx) => reviseLink(tx, lead, { id, version: 1, lagMonths: 2, moves: [] }));
    const unlink = (version: number) => as(lead, (tx) => unlinkTasks(tx, lead, { id, version }));
    expect((await faultOf(unlink(1))).present).toEqual({ id, version: 2, lagMonths: 2 });
    await unlink(2);
    const gone = and(eq(changes.entity, "task-link"), eq(changes.action, "removed"));
    expect(await db.read.select().from(changes).where(gone)).toHaveLength(1);
    const [act] = await db.read.select().from(changes).where(gone);
    await as(lead, (tx) =>
      linkTasks(tx, lead, { predecessorId: two.id, successorId: one.id, lagMonths: 0, moves: [] }),
    );
    const refused = await faultOf(as(lead, (tx) => undoAct(tx, lead, { groupId: act?.groupId ?? "" })));
    expect(refused.appCode).toBe("NOTHING_UNDONE");
    await undo(lead);
    await as(lead, (tx) => undoAct(tx, lead, { groupId: act?.groupId ?? "" }));
    expect(await db.read.select().from(taskLinks)).toMatchObject([{ id, lagMonths: 2 }]);
  });
});
