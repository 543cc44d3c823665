import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { changes, milestones, streams } from "#server/db/schema/index.ts";
import { reorderStreams } from "#server/features/streams/stream-order-service.ts";
import { listStreams, showStream } from "#server/features/streams/stream-queries.ts";
import { createStream, removeStream, reportOnStream, reviseStream } from "#server/features/streams/stream-service.ts";
import { createStreamSchema, listStreamsSchema, reviseStreamSchema } from "#shared/features/streams/stream.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildContribution } from "#tests/support/build-contribution.ts";
import { buildMilestone, buildParticipant, buildProject, buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

type Team = Awaited<ReturnType<typeof buildTeam>>;
type Opened = Awaited<ReturnType<typeof openTestDatabase>>;

const create = (db: Opened, { project, people }: Team, fields: object = {}, person = people.coordinator) =>
  actAs(db, person, (tx) =>
    createStream(tx, person, createStreamSchema.parse({ projectId: project.id, title: "Stream", ...fields })),
  );
const list = (db: Opened, { project, people }: Team, more = {}) =>
  listStreams(db.read, people.coordinator, listStreamsSchema.parse({ projectId: project.id, ...more }));

describe("streams", () => {
  test("get number, code, colour and pattern by themselves; a taken code is refused", async () => {
    const db = await openTestDatabase();
    const team = await buildTeam(db, { ruleBook: "horizon-europe-actual" });
    await create(db, team, { code: "WP2" });
    await create(db, team, { leadParticipantId: team.member.id, endMonth: 30 });
    expect((await faultOf(create(db, team, { code: "WP2" }))).appCode).toBe("CODE_TAKEN");
    const { rows } = await list(db, team);
    expect(rows.map((row) => [row.number, row.code, row.warnings])).toEqual([
      [1, "WP2", ["NO_LEAD"]],
      [2, "WP3", ["MONTHS_OUTSIDE"]],
    ]);
    expect(new Set(rows.map((row) => `${row.colour} ${row.pattern}`)).size).toBe(2);
  });

  test("are led by a member of this project who has not left", async () => {
    const db = await openTestDatabase();
    const team = await buildTeam(db);
    const foreign = await buildParticipant(db, await buildProject(db), team.stranger);
    const left = await buildParticipant(db, team.project, team.stranger, { number: 3, state: "withdrawn" });
    for (const lead of [foreign, left]) {
      const fault = await faultOf(create(db, team, { leadParticipantId: lead.id }));
      expect(fault.fields).toEqual([{ path: "leadParticipantId", appCode: "NOT_A_MEMBER" }]);
    }
  });

  test("a lead reports where its stream stands and nothing else; a stale report gets the present row", async () => {
    const db = await openTestDatabase();
    const team = await buildTeam(db);
    const { member } = team.people;
    const own = await buildStream(db, team.project, { leadParticipantId: team.member.id });
    const foreign = await buildStream(db, team.project);
    const report = (id: string, trlNow: number) =>
      actAs(db, member, (tx) => reportOnStream(tx, member, { id, version: 1, patch: { trlNow } }));
    await report(own.id, 6);
    expect((await faultOf(report(own.id, 7))).present).toMatchObject({ id: own.id, trlNow: 6, version: 2 });
    expect((await faultOf(report(foreign.id, 7))).code).toBe("FORBIDDEN");
    const title = reviseStreamSchema.parse({ id: own.id, version: 2, patch: { title: "Mine" } });
    expect((await faultOf(actAs(db, member, (tx) => reviseStream(tx, member, title)))).code).toBe("FORBIDDEN");
    expect((await showStream(db.read, member, own.id)).may).toEqual({ revise: false, report: true, remove: false });
  });

  test("are reordered as a whole or not at all", async () => {
    const db = await openTestDatabase();
    const team = await buildTeam(db);
    const rows: { id: string }[] = [];
    for (const number of [1, 2, 3]) rows.push(await buildStream(db, team.project, { number }));
    const reorder = (order: number[], version = 1) =>
      actAs(db, team.people.cluster, (tx) =>
        reorderStreams(tx, team.people.cluster, {
          projectId: team.project.id,
          streams: order.map((index) => ({ id: rows[index]?.id ?? "", version })),
        }),
      );
    expect((await faultOf(reorder([2, 0]))).appCode).toBe("STALE");
    expect((await faultOf(reorder([0, 0, 1]))).appCode).toBe("STALE");
    expect(await reorder([2, 0, 1])).toEqual({ versions: [2, 2, 2] });
    expect((await faultOf(reorder([0, 1, 2]))).present).toMatchObject({ total: 3 });
    expect((await list(db, team)).rows.map((row) => [row.id, row.number])).toEqual([
      [rows[2]?.id, 1],
      [rows[0]?.id, 2],
      [rows[1]?.id, 3],
    ]);
    const recorded = await db.read
      .select()
      .from(changes)
      .where(eq(changes.entityId, rows[2]?.id ?? ""));
    expect(recorded.map((change) => change.fields)).toMatchObject([{ number: [3, 1] }]);
  });

  test("are removed while empty, and milestones forget them", async () => {
    const db = await openTestDatabase();
    const team = await buildTeam(db);
    const used = await buildStream(db, team.project);
    const empty = await buildStream(db, team.project);
    await buildContribution(db, team.member, { streamId: used.id });
    const milestone = await buildMilestone(db, team.project, { streamIds: [used.id, empty.id] });
    const remove = (id: string) =>
      actAs(db, team.people.coordinator, (tx) => removeStream(tx, team.people.coordinator, { id, version: 1 }));
    expect((await faultOf(remove(used.id))).appCode).toBe("IN_USE");
    await remove(empty.id);
    expect(await db.read.select().from(streams)).toHaveLength(1);
    const [after] = await db.read.select().from(milestones).where(eq(milestones.id, milestone.id));
    expect(after).toMatchObject({ streamIds: [used.id], version: 2 });
  });

  test("are nothing to an outsider, known or not", async () => {
    const db = await openTestDatabase();
    const team = await buildTeam(db);
    const { outsider } = team.people;
    const stream = await buildStream(db, team.project);
    const attempts = (id: string) => [
      faultOf(showStream(db.read, outsider, id)),
      faultOf(actAs(db, outsider, (tx) => reviseStream(tx, outsider, { id, version: 1, patch: { title: "X" } }))),
      faultOf(actAs(db, outsider, (tx) => removeStream(tx, outsider, { id, version: 1 }))),
    ];
    const plain = async (id: string) =>
      (await Promise.all(attempts(id))).map((fault) =>
        JSON.stringify([fault.code, fault.appCode, fault.message, fault.fields, fault.params, fault.present]),
      );
    expect(await plain(stream.id)).toEqual(await plain("00000000-0000-7000-8000-000000000000"));
  });
});
