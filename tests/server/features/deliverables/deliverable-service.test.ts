import { describe, expect, test } from "vitest";

import type { Tx } from "#server/db/database.ts";
import { showDeliverable } from "#server/features/deliverables/deliverable-queries.ts";
import {
  acceptDeliverable,
  returnDeliverable,
  submitDeliverable,
} from "#server/features/deliverables/deliverable-review-service.ts";
import {
  createDeliverable,
  draftDeliverable,
  removeDeliverable,
  reorderDeliverables,
  reviseDeliverable,
} from "#server/features/deliverables/deliverable-service.ts";
import { showPlan } from "#server/features/plan/plan-queries.ts";
import { createDeliverableSchema, submitDeliverableSchema } from "#shared/features/deliverables/deliverable.ts";
import type { Person } from "#shared/features/members/standing.ts";
import { actAs } from "#tests/support/build-consortium.ts";
import { buildDeliverable, buildTask } from "#tests/support/build-plan.ts";
import { buildStream } from "#tests/support/build-project.ts";
import { buildTeam } from "#tests/support/build-team.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { faultOf } from "#tests/support/fault-of.ts";

// The clock of tests stands at the second of March 2026; projects start on the first of January.
async function stage() {
  const db = await openTestDatabase();
  const team = await buildTeam(db, { visibility: "public" });
  const stream = await buildStream(db, team.project, { number: 2 });
  const row = await buildDeliverable(db, stream, { number: 1, leadParticipantId: team.member.id, dueMonth: 2 });
  const as = <T>(person: Person, work: (tx: Tx) => Promise<T>) => actAs(db, person, work);
  const submit = (person: Person, rest: object) =>
    as(person, (tx) => submitDeliverable(tx, person, submitDeliverableSchema.parse({ id: row.id, ...rest })));
  return { db, ...team, lead: team.people.coordinator, worker: team.people.member, stream, row, as, submit };
}

describe("deliverables", () => {
  test("are handed in late with a reason, given back with what is missing, and accepted in the end", async () => {
    const { db, as, lead, worker, row, submit } = await stage();
    expect((await faultOf(submit(worker, { version: 1 }))).fields).toEqual([
      { path: "lateReason", appCode: "LATE_REASON" },
    ]);
    expect((await faultOf(submit(worker, { version: 1, submittedOn: "2026-03-03" }))).fields[0]?.appCode).toBe(
      "IN_FUTURE",
    );
    await submit(worker, { version: 1, lateReason: "The laboratory was closed." });
    const giveBack = (person: Person) =>
      as(person, (tx) => returnDeliverable(tx, person, { id: row.id, version: 2, reviewNote: "Page 3 is missing." }));
    expect((await faultOf(giveBack(worker))).code).toBe("FORBIDDEN");
    await giveBack(lead);
    expect(await showDeliverable(db.read, worker, row.id)).toMatchObject({
      code: "D2.1",
      state: "returned",
      reviewNote: "Page 3 is missing.",
      submittedOn: "2026-03-02",
      dueOn: "2026-02-28",
      may: { revise: false, submit: true, review: false },
    });
    await submit(worker, { version: 3 });
    const accept = (version: number) => as(lead, (tx) => acceptDeliverable(tx, lead, { id: row.id, version }));
    await accept(4);
    expect((await faultOf(accept(5))).appCode).toBe("DELIVERABLE_STATE");
    expect((await faultOf(submit(worker, { version: 5 }))).appCode).toBe("DELIVERABLE_STATE");
    const draft = as(worker, (tx) =>
      draftDeliverable(tx, worker, { id: row.id, version: 5, patch: { state: "draft" } }),
    );
    expect((await faultOf(draft)).appCode).toBe("DELIVERABLE_STATE");
  });

  test("need no reason on the last day of their month", async () => {
    const { worker, row, submit } = await stage();
    expect(await submit(worker, { version: 1, submittedOn: "2026-02-28" })).toEqual({ id: row.id, version: 2 });
  });

  test("are planned by planners: months, numbers, removal; tasks are those of their stream", async () => {
    const { db, as, lead, worker, stream, row, project } = await stage();
    const create = (title: string, taskId: string | null = null) =>
      as(lead, (tx) =>
        createDeliverable(tx, lead, createDeliverableSchema.parse({ streamId: stream.id, title, taskId })),
      );
    const foreign = await buildTask(db, await buildStream(db, project, { number: 7 }));
    expect((await faultOf(create("Wrong", foreign.id))).fields).toEqual([{ path: "taskId", appCode: "NOT_FOUND" }]);
    const added = await create("Added");
    const month = (person: Person) =>
      as(person, (tx) => reviseDeliverable(tx, person, { id: row.id, version: 1, patch: { dueMonth: 4 } }));
    expect((await faultOf(month(worker))).code).toBe("FORBIDDEN");
    expect((await month(lead)).version).toBe(2);
    const order = [added, { id: row.id, version: 2 }];
    await as(lead, (tx) => reorderDeliverables(tx, lead, { streamId: stream.id, deliverables: order }));
    const codes = async () =>
      (await showPlan(db.read, lead, project.id)).deliverables.map(({ code, id }) => [code, id]);
    expect(await codes()).toEqual([
      ["D2.1", added.id],
      ["D2.2", row.id],
    ]);
    await as(lead, (tx) => removeDeliverable(tx, lead, { id: added.id, version: 2 }));
    expect(await codes()).toEqual([["D2.2", row.id]]);
  });

  test("keep reasons and notes from readers outside", async () => {
    const { db, people, stream, project } = await stage();
    const late = await buildDeliverable(db, stream, { number: 5, lateReason: "Strike", reviewNote: "Unsigned" });
    const { outsider } = people;
    expect(await showDeliverable(db.read, outsider, late.id)).toMatchObject({ lateReason: "", reviewNote: "" });
    const plan = await showPlan(db.read, outsider, project.id);
    expect(plan.deliverables.map(({ lateReason }) => lateReason)).toEqual(["", ""]);
    expect(plan.may).toEqual({ plan: false });
  });
});
