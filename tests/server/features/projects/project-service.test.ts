import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { changes, contributions, participants, periods, projects } from "#server/db/schema/index.ts";
import { showProject } from "#server/features/projects/project-queries.ts";
import { changeProjectStatus, removeProject, reviseProject } from "#server/features/projects/project-service.ts";
import type { Fault } from "#shared/fault.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { buildOrganisation } from "#tests/support/build-organisation.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { faultOf } from "#tests/support/fault-of.ts";

describe("revising a project", () => {
  test("writes the fields, the search texts and one recorded change", async () => {
    const db = await openTestDatabase();
    const { project, people } = await buildTeam(db, { acronym: "OLD", title: "Old title" });
    const input = { id: project.id, version: 1, patch: { acronym: "Ökolend", place: "Saint Petersburg" } };
    const written = await actAs(db, people.coordinator, (tx) => reviseProject(tx, people.coordinator, input));
    expect(written).toEqual({ id: project.id, version: 2 });
    const [row] = await db.read.select().from(projects).where(eq(projects.id, project.id));
    expect(row).toMatchObject({
      acronym: "Ökolend",
      sortName: "okolend",
      search: "okolend old title saint petersburg",
    });
    const [change] = await db.read.select().from(changes).where(eq(changes.entityId, project.id));
    expect(change?.fields).toMatchObject({ acronym: ["OLD", "Ökolend"], place: [null, "Saint Petersburg"] });
  });

  test("answers a stale write with what stands there now, and overwrites nothing", async () => {
    const db = await openTestDatabase();
    const { project, people } = await buildTeam(db);
    const revise = (person: typeof people.cluster, title: string) =>
      actAs(db, person, (tx) => reviseProject(tx, person, { id: project.id, version: 1, patch: { title } }));
    await revise(people.cluster, "Theirs");
    const fault = await faultOf(revise(people.coordinator, "Ours"));
    expect([fault.code, fault.appCode]).toEqual(["CONFLICT", "STALE"]);
    expect(fault.present).toMatchObject({ title: "Theirs", version: 2 });
    expect(await showProject(db.read, people.coordinator, project.id)).toMatchObject({ title: "Theirs", version: 2 });
  });

  test("of many writers on the same version exactly one wins", async () => {
    const db = await openTestDatabase();
    const { project, people } = await buildTeam(db);
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        actAs(db, people.coordinator, (tx) =>
          reviseProject(tx, people.coordinator, { id: project.id, version: 1, patch: { title: `Title ${index}` } }),
        ),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const codes = results.flatMap((result) => (result.status === "rejected" ? [(result.reason as Fault).appCode] : []));
    expect(codes).toEqual(Array(7).fill("STALE"));
  });

  test("new dates cut open, empty periods again and leave locked and reported ones alone", async () => {
    const db = await openTestDatabase();
    const { project, member, people } = await buildTeam(db);
    const locked = await buildPeriod(db, project, { lockedAt: 1 });
    const reported = await buildPeriod(db, project, { number: 2, startMonth: 7, endMonth: 12, dueOn: "2027-01-30" });
    await buildPeriod(db, project, { number: 3, startMonth: 13, endMonth: 18, dueOn: "2027-07-30" });
    await buildPeriod(db, project, { number: 4, startMonth: 19, endMonth: 24, dueOn: "2028-01-30" });
    const line = await buildContribution(db, member);
    await buildUpdate(db, line, reported, { state: "draft" });
    const patch = { durationMonths: 30, periodMonths: 12 };
    await actAs(db, people.coordinator, (tx) =>
      reviseProject(tx, people.coordinator, { id: project.id, version: 1, patch }),
    );
    const after = await db.read.select().from(periods).where(eq(periods.projectId, project.id)).orderBy(periods.number);
    expect(after.map((row) => [row.startMonth, row.endMonth, row.dueOn])).toEqual([
      [1, 6, "2126-07-30"],
      [7, 12, "2027-01-30"],
      [13, 24, "2028-01-30"],
      [25, 30, "2028-07-30"],
    ]);
    expect(after.slice(0, 2).map((row) => [row.id, row.version])).toEqual([
      [locked.id, 1],
      [reported.id, 1],
    ]);
  });

  test("a running project keeps its dates, valued lines their currency, members their distance", async () => {
    const db = await openTestDatabase();
    const { project, member, people } = await buildTeam(db);
    await buildContribution(db, member);
    const revise = (person: typeof people.cluster, patch: Record<string, unknown>) =>
      faultOf(actAs(db, person, (tx) => reviseProject(tx, person, { id: project.id, version: 1, patch })));
    expect((await revise(people.coordinator, { startOn: null })).fields).toEqual([
      { path: "startOn", appCode: "REQUIRED" },
    ]);
    expect((await revise(people.coordinator, { currency: "SEK" })).appCode).toBe("CURRENCY_IN_USE");
    expect((await revise(people.member, { title: "Mine" })).code).toBe("FORBIDDEN");
  });
});

describe("status and removal", () => {
  test("follows the order, names what is missing, and closes the plan at the end", async () => {
    const db = await openTestDatabase();
    const { project, people } = await buildTeam(db, { status: "planning", startOn: null });
    const change = (status: "running" | "completed" | "submitted", version: number) =>
      actAs(db, people.coordinator, (tx) =>
        changeProjectStatus(tx, people.coordinator, { id: project.id, version, status }),
      );
    expect((await faultOf(change("running", 1))).fields).toEqual([{ path: "startOn", appCode: "REQUIRED" }]);
    expect((await faultOf(change("completed", 1))).code).toBe("FORBIDDEN");
    await db.housekeep((tx) => tx.update(projects).set({ startOn: "2026-01-01" }).where(eq(projects.id, project.id)));
    await change("running", 1);
    expect((await faultOf(change("completed", 1))).appCode).toBe("STALE");
    await change("completed", 2);
    const patch = { id: project.id, version: 3, patch: { durationMonths: 36 } };
    const fault = await faultOf(actAs(db, people.coordinator, (tx) => reviseProject(tx, people.coordinator, patch)));
    expect(fault.code).toBe("FORBIDDEN");
    expect((await showProject(db.read, people.coordinator, project.id)).may.statuses).toEqual(["running"]);
  });

  test("an idea without contributions can be removed, with everything in it", async () => {
    const db = await openTestDatabase();
    const { project, member, people } = await buildTeam(db, { status: "idea" });
    await buildStream(db, project);
    const line = await buildContribution(db, member);
    const remove = () =>
      actAs(db, people.coordinator, (tx) => removeProject(tx, people.coordinator, { id: project.id, version: 1 }));
    expect((await faultOf(remove())).appCode).toBe("IN_USE");
    await db.housekeep((tx) => tx.delete(contributions).where(eq(contributions.id, line.id)));
    await remove();
    expect(await db.read.select().from(participants).where(eq(participants.projectId, project.id))).toEqual([]);
    const removed = and(eq(changes.entityId, project.id), eq(changes.action, "removed"));
    expect(await db.read.select().from(changes).where(removed)).toHaveLength(1);
  });
});

describe("outsiders", () => {
  test("get for a foreign project what they get for an unknown one, whatever they try", async () => {
    const db = await openTestDatabase();
    const { project, people } = await buildTeam(db);
    const unknown = "00000000-0000-7000-8000-000000000000";
    const attempts = (id: string) => [
      faultOf(showProject(db.read, people.outsider, id)),
      faultOf(
        actAs(db, people.outsider, (tx) =>
          reviseProject(tx, people.outsider, { id, version: 1, patch: { title: "X" } }),
        ),
      ),
      faultOf(
        actAs(db, people.outsider, (tx) =>
          changeProjectStatus(tx, people.outsider, { id, version: 1, status: "completed" }),
        ),
      ),
      faultOf(actAs(db, people.outsider, (tx) => removeProject(tx, people.outsider, { id, version: 1 }))),
    ];
    const plain = async (id: string) =>
      (await Promise.all(attempts(id))).map(({ code, appCode, message, fields, params, present }) => ({
        code,
        appCode,
        message,
        fields,
        params,
        present,
      }));
    expect(await plain(project.id)).toEqual(await plain(unknown));
    expect((await plain(project.id)).map((fault) => fault.code)).toEqual(Array(4).fill("NOT_FOUND"));
  });

  test("a person without a seat sees public projects only", async () => {
    const db = await openTestDatabase();
    const open = await buildTeam(db, { visibility: "public" });
    const nobody = await buildPerson(db);
    expect((await showProject(db.read, nobody, open.project.id)).relation).toBe("reader");
    await db.housekeep((tx) =>
      tx.update(projects).set({ visibility: "cluster" }).where(eq(projects.id, open.project.id)),
    );
    expect((await faultOf(showProject(db.read, nobody, open.project.id))).code).toBe("NOT_FOUND");
    const stranger = await buildPerson(db, await buildOrganisation(db));
    expect((await faultOf(showProject(db.read, stranger, open.project.id))).code).toBe("NOT_FOUND");
  });
});
