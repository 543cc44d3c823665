import { describe, expect, test } from "vitest";

import { listMilestones } from "#server/features/milestones/milestone-queries.ts";
import {
  createMilestone,
  reachMilestone,
  removeMilestone,
  reviseMilestone,
} from "#server/features/milestones/milestone-service.ts";
import { createMilestoneSchema, listMilestonesSchema } from "#shared/features/milestones/milestone.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildMilestone, buildProject, buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

describe("milestones", () => {
  test("stand in the order of their months, with their day and whether it has passed", async () => {
    const db = await openTestDatabase();
    const { project, people } = await buildTeam(db);
    const stream = await buildStream(db, project);
    const create = (title: string, dueMonth: number, streamIds: string[] = []) =>
      actAs(db, people.coordinator, (tx) =>
        createMilestone(
          tx,
          people.coordinator,
          createMilestoneSchema.parse({ projectId: project.id, title, dueMonth, streamIds }),
        ),
      );
    await create("Plant runs", 9, [stream.id]);
    await create("Permit is given", 2);
    const { rows } = await listMilestones(
      db.read,
      people.member,
      listMilestonesSchema.parse({ projectId: project.id }),
    );
    expect(rows.map(({ number, title, dueOn, isLate }) => [number, title, dueOn, isLate])).toEqual([
      [2, "Permit is given", "2026-02-28", true],
      [1, "Plant runs", "2026-09-30", false],
    ]);
  });

  test("refer to streams of their own project", async () => {
    const db = await openTestDatabase();
    const { project, people } = await buildTeam(db);
    const milestone = await buildMilestone(db, project);
    const foreign = await buildStream(db, await buildProject(db));
    const patch = { id: milestone.id, version: 1, patch: { streamIds: [foreign.id] } };
    const fault = await faultOf(actAs(db, people.coordinator, (tx) => reviseMilestone(tx, people.coordinator, patch)));
    expect(fault.fields).toEqual([{ path: "streamIds", appCode: "NOT_FOUND" }]);
  });

  test("are reached on a day that has come; a stale write gets the present row", async () => {
    const db = await openTestDatabase();
    const { project, people } = await buildTeam(db);
    const { id } = await buildMilestone(db, project, { dueMonth: 1 });
    const lateReason = "The permit came late.";
    const reach = (version: number, reachedOn: string | null, person = people.coordinator) =>
      actAs(db, person, (tx) => reachMilestone(tx, person, { id, version, reachedOn, lateReason }));
    expect((await faultOf(reach(1, "2026-03-03"))).fields).toEqual([{ path: "reachedOn", appCode: "IN_FUTURE" }]);
    expect((await faultOf(reach(1, "2026-03-01", people.member))).code).toBe("FORBIDDEN");
    expect((await faultOf(reach(1, "2026-03-01", people.outsider))).code).toBe("NOT_FOUND");
    const silently = actAs(db, people.coordinator, (tx) =>
      reachMilestone(tx, people.coordinator, { id, version: 1, reachedOn: "2026-02-01" }),
    );
    expect((await faultOf(silently)).fields).toEqual([{ path: "lateReason", appCode: "LATE_REASON" }]);
    await reach(1, "2026-03-01");
    expect((await faultOf(reach(1, null))).present).toMatchObject({
      reachedOn: "2026-03-01",
      isLate: false,
      lateReason,
      version: 2,
    });
    const open = listMilestonesSchema.parse({ projectId: project.id, open: true });
    expect((await listMilestones(db.read, people.member, open)).total).toBe(0);
    await actAs(db, people.coordinator, (tx) => removeMilestone(tx, people.coordinator, { id, version: 2 }));
    expect((await faultOf(reach(2, null))).code).toBe("NOT_FOUND");
  });
});
