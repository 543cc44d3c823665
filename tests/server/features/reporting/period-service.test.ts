import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { periods, projects } from "#server/db/schema/index.ts";
import { listPeriods } from "#server/features/reporting/period-queries.ts";
import { generateProjectPeriods, revisePeriod } from "#server/features/reporting/period-service.ts";
import { actAs, buildConsortium, type Consortium, type Standpoint } from "#tests/support/build-consortium.ts";
import { buildContribution, buildPeriod, buildUpdate } from "#tests/support/build-contribution.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { outcomeOf } from "#tests/support/outcome.ts";

let db: Database;
let scene: Consortium;

beforeEach(async () => {
  db = await openTestDatabase();
  scene = await buildConsortium(db);
});
afterEach(() => db.close());

const generate = (who: Standpoint) =>
  actAs(db, scene.people[who], (tx) => generateProjectPeriods(tx, scene.people[who], { projectId: scene.project.id }));
const rows = async () => (await listPeriods(db.read, scene.people.coordinator, { projectId: scene.project.id })).rows;

describe("cutting a project into periods", () => {
  test("follows start, duration and length", async () => {
    expect(await generate("coordinator")).toEqual({ created: 4, removed: 0, kept: 0 });
    expect(await rows()).toMatchObject([
      { number: 1, startMonth: 1, endMonth: 6, startsOn: "2026-01-01", endsOn: "2026-06-30", dueOn: "2026-07-30" },
      { number: 2, startMonth: 7, endMonth: 12 },
      { number: 3, startMonth: 13, endMonth: 18 },
      { number: 4, startMonth: 19, endMonth: 24, endsOn: "2027-12-31" },
    ]);
  });

  test("keeps what is locked or has reports, and numbers all by their months", async () => {
    const reported = await buildPeriod(db, scene.project, { number: 1, startMonth: 4, endMonth: 9 });
    await buildUpdate(db, await buildContribution(db, scene.participants.member), reported);
    const locked = await buildPeriod(db, scene.project, { number: 2, startMonth: 10, endMonth: 12, lockedAt: 1 });
    await buildPeriod(db, scene.project, { number: 3, startMonth: 13, endMonth: 24 });
    expect(await generate("cluster")).toEqual({ created: 3, removed: 1, kept: 2 });
    const found = await rows();
    expect(found.map(({ number, startMonth, endMonth }) => [number, startMonth, endMonth])).toEqual([
      [1, 1, 3],
      [2, 4, 9],
      [3, 10, 12],
      [4, 13, 18],
      [5, 19, 24],
    ]);
    expect([found[1]?.id, found[2]?.id]).toEqual([reported.id, locked.id]);
    expect(found[1]?.counts.accepted).toBe(1);
  });

  test("needs a plan and the right to plan", async () => {
    for (const who of ["member", "viewer", "other", "invited", "reader"] as const)
      expect(await outcomeOf(generate(who))).toBe("FORBIDDEN");
    expect(await outcomeOf(generate("outsider"))).toBe("NOT_FOUND");
    await db.housekeep(
      async (tx) => void (await tx.update(projects).set({ startOn: null }).where(eq(projects.id, scene.project.id))),
    );
    expect(await outcomeOf(generate("coordinator"))).toBe("PLAN_MISSING");
    expect(await db.read.$count(periods)).toBe(0);
  });
});

test("a due date is moved by who plans, and not over somebody else's change", async () => {
  const period = await buildPeriod(db, scene.project);
  const move = (who: Standpoint) =>
    actAs(db, scene.people[who], (tx) =>
      revisePeriod(tx, scene.people[who], { id: period.id, version: 1, patch: { dueOn: "2026-08-31" } }),
    );
  expect(await outcomeOf(move("member"))).toBe("FORBIDDEN");
  expect(await outcomeOf(move("outsider"))).toBe("NOT_FOUND");
  expect(await outcomeOf(move("coordinator"))).toBe("done");
  expect(await outcomeOf(move("cluster"))).toBe("STALE");
  expect(await rows()).toMatchObject([{ dueOn: "2026-08-31", version: 2 }]);
});
