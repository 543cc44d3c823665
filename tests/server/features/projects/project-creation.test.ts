import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { participants, periods, projects, streams } from "#server/db/schema/index.ts";
import { createProject } from "#server/features/projects/project-creation-service.ts";
import { showProject } from "#server/features/projects/project-queries.ts";
import { createProjectSchema } from "#shared/features/projects/project.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { faultOf } from "#tests/support/fault-of.ts";

const shortForm = (fields: Record<string, unknown>) =>
  createProjectSchema.parse({ acronym: "HEAT", title: "Heat for a city", ...fields });

describe("starting a project", () => {
  test("makes the acting organisation accepted participant 1 and cuts the periods", async () => {
    const db = await openTestDatabase();
    const { lead, cluster, people } = await buildTeam(db);
    const form = shortForm({ clusterId: cluster.id, startOn: "2026-04-01", durationMonths: 14 });
    const { id } = await actAs(db, people.coordinator, (tx) => createProject(tx, people.coordinator, form));
    const detail = await showProject(db.read, people.coordinator, id);
    expect(detail).toMatchObject({
      acronym: "HEAT",
      status: "idea",
      ruleBook: "cluster-agreement",
      relation: "coordinator",
    });
    expect(detail.coordinator?.id).toBe(lead.id);
    expect(await db.read.select().from(participants).where(eq(participants.projectId, id))).toMatchObject([
      { organisationId: lead.id, number: 1, role: "coordinator", state: "accepted" },
    ]);
    const cut = await db.read.select().from(periods).where(eq(periods.projectId, id)).orderBy(periods.number);
    expect(cut.map((row) => [row.number, row.startMonth, row.endMonth, row.dueOn])).toEqual([
      [1, 1, 6, "2026-10-30"],
      [2, 7, 12, "2027-04-30"],
      [3, 13, 14, "2027-06-30"],
    ]);
  });

  test("lets a cluster start one for a member and still see it", async () => {
    const db = await openTestDatabase();
    const { lead, cluster, people } = await buildTeam(db);
    const form = shortForm({ coordinatorId: lead.id });
    const { id } = await actAs(db, people.cluster, (tx) => createProject(tx, people.cluster, form));
    const detail = await showProject(db.read, people.cluster, id);
    expect(detail).toMatchObject({ relation: "cluster", may: { revise: true } });
    expect([detail.cluster?.id, detail.coordinator?.id]).toEqual([cluster.id, lead.id]);
  });

  test("copies the shape of the work of a template, not its leads", async () => {
    const db = await openTestDatabase();
    const { project, member, people } = await buildTeam(db);
    await buildStream(db, project, { number: 2, code: "B", leadParticipantId: member.id, trlNow: 7 });
    await buildStream(db, project, { number: 1, code: "A", colour: "grape", pattern: "waves" });
    const form = shortForm({ templateId: project.id });
    const { id } = await actAs(db, people.coordinator, (tx) => createProject(tx, people.coordinator, form));
    const copied = await db.read.select().from(streams).where(eq(streams.projectId, id)).orderBy(streams.number);
    expect(copied).toMatchObject([
      { number: 1, code: "A", colour: "grape", pattern: "waves", state: "planned" },
      { number: 2, code: "B", leadParticipantId: null, trlStart: 4, trlNow: 4, trlTarget: 8 },
    ]);
  });

  test("refuses a template that is not open to the person as if it did not exist", async () => {
    const db = await openTestDatabase();
    const { project, people } = await buildTeam(db);
    const form = shortForm({ templateId: project.id });
    const fault = await faultOf(actAs(db, people.outsider, (tx) => createProject(tx, people.outsider, form)));
    expect(fault.code).toBe("NOT_FOUND");
    expect(await db.read.select().from(projects)).toHaveLength(1);
  });

  test("refuses viewers, foreign coordinators and foreign clusters", async () => {
    const db = await openTestDatabase();
    const { lead, other, cluster, people } = await buildTeam(db);
    const viewer = await buildPerson(db, lead, "viewer");
    const start = (person: typeof viewer, fields: Record<string, unknown>) =>
      faultOf(actAs(db, person, (tx) => createProject(tx, person, shortForm(fields))));
    expect((await start(viewer, {})).code).toBe("FORBIDDEN");
    expect((await start(people.coordinator, { coordinatorId: other.id })).code).toBe("FORBIDDEN");
    expect((await start(people.outsider, { clusterId: cluster.id })).fields).toEqual([
      { path: "clusterId", appCode: "NOT_A_MEMBER" },
    ]);
    expect((await start(people.outsider, { clusterId: lead.id })).fields).toEqual([
      { path: "clusterId", appCode: "NOT_FOUND" },
    ]);
  });
});
