import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { changes } from "#server/db/schema/index.ts";
import { denialsKept } from "#server/features/audit/denial-service.ts";
import { listAudit, verifyHistoryPart } from "#server/features/audit/audit-queries.ts";
import { listChanges } from "#server/features/changes/change-queries.ts";
import { listAuditSchema } from "#shared/features/audit/audit.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { buildPerson } from "#tests/support/build-person.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { callerOf } from "#tests/support/caller.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";
import { makeTestParts, type TestParts } from "#tests/support/parts.ts";

const unknown = "0190b7a0-0000-7000-8000-000000000000";
const hour = 3_600_000;
let now: number;
let db: Database;
let parts: TestParts;
let team: Awaited<ReturnType<typeof buildTeam>>;
let streamId: string;
beforeEach(async () => {
  now = Date.now();
  db = await openTestDatabase({ clock: () => now });
  parts = makeTestParts(db, { clock: () => now });
  team = await buildTeam(db);
  streamId = (await buildStream(db, team.project, { number: 1 })).id;
});
afterEach(() => parts.remove());

/** Tries to rename a stream and is refused. */
async function refused(person: Person, id: string): Promise<unknown> {
  const error: unknown = await callerOf(parts, person)
    .stream.revise({ id, version: 1, patch: { title: "Confided words" } })
    .then(
      () => null,
      (thrown: unknown) => thrown,
    );
  await denialsKept(db);
  return error;
}

const entries = (person: Person) =>
  db.read.select().from(changes).where(eq(changes.entityId, person.userId)).orderBy(asc(changes.seq));

describe("a refused call", () => {
  test("leaves one entry that says what was called and nothing of what was sent", async () => {
    const { member } = team.people;
    expect(await refused(member, streamId)).toMatchObject({ code: "FORBIDDEN" });
    const found = await entries(member);
    expect(found).toMatchObject([
      {
        entity: "access",
        action: "denied",
        actorId: member.userId,
        projectId: null,
        organisationId: null,
        fields: {
          path: [null, "stream.revise"],
          appCode: [null, "FORBIDDEN"],
        },
      },
    ]);
    expect(JSON.stringify(found)).not.toContain("Confided");
  });

  test("is a denial also when it is answered as unknown, but only for what exists", async () => {
    const { outsider } = team.people;
    expect(await refused(outsider, streamId)).toMatchObject({ code: "NOT_FOUND" });
    expect(await entries(outsider)).toHaveLength(1);
    expect(await refused(outsider, unknown)).toMatchObject({ code: "NOT_FOUND" });
    expect(await entries(outsider)).toHaveLength(1);
  });

  test("counts twenty times an hour, then once more for all the rest", async () => {
    const { member } = team.people;
    for (let count = 0; count < 25; count += 1) await refused(member, streamId);
    const actions = (await entries(member)).map(({ action }) => action);
    expect(actions).toEqual([...Array.from({ length: 20 }, () => "denied"), "denied-more"]);
    now += hour + 1;
    await refused(member, streamId);
    expect((await entries(member)).at(-1)?.action).toBe("denied");
  });

  test("is seen by administrators alone, who can narrow the list down", async () => {
    const { member, coordinator } = team.people;
    await refused(member, streamId);
    const administrator = await buildPerson(db, undefined, "manager", true);
    const list = (input: object) => listAudit(db.read, administrator, listAuditSchema.parse(input));
    const all = await list({});
    expect(all.rows).toMatchObject([{ kind: "denied", path: "stream.revise", appCode: "FORBIDDEN" }]);
    expect(all.people.map(({ id }) => id)).toEqual([member.userId]);
    expect((await list({ kind: "denied", personId: member.userId })).total).toBe(1);
    expect((await list({ kind: "user" })).total).toBe(0);
    const today = new Date(now).toISOString().slice(0, 10);
    expect((await list({ on: today })).total).toBe(1);
    expect((await list({ on: "2020-01-01" })).total).toBe(0);
    expect((await faultOf(listAudit(db.read, coordinator, listAuditSchema.parse({})))).code).toBe("FORBIDDEN");
    const { rows } = await listChanges(db.read, coordinator, { projectId: team.project.id, limit: 50 });
    expect(rows).toEqual([]);
  });

  test("stands in the chain, which administrators walk part by part", async () => {
    await refused(team.people.member, streamId);
    const administrator = await buildPerson(db, undefined, "manager", true);
    const part = await verifyHistoryPart(db.read, administrator, { from: null });
    expect(part).toMatchObject({ seq: 1, total: 1, isDone: true, flaw: null });
    expect((await faultOf(verifyHistoryPart(db.read, team.people.member, { from: null }))).code).toBe("FORBIDDEN");
  });
});
