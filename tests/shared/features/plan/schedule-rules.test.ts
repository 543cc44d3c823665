import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { clashesOf } from "#shared/features/plan/clash-rules.ts";
import type { PlanTask } from "#shared/features/plan/plan.ts";
import { cycleOf, followShift } from "#shared/features/plan/schedule-rules.ts";
import { taskStates } from "#shared/features/tasks/task-words.ts";

type Place = Pick<PlanTask, "id" | "startMonth" | "endMonth" | "pinned" | "state">;

const task = (id: string, startMonth: number | null, endMonth: number | null, rest: Partial<Place> = {}): Place => ({
  id,
  startMonth,
  endMonth,
  pinned: false,
  state: "planned",
  ...rest,
});
const link = (predecessorId: string, successorId: string, lagMonths = 0) => ({ predecessorId, successorId, lagMonths });

const month = fc.integer({ min: 1, max: 60 });
const dated = fc.tuple(month, fc.integer({ min: 0, max: 12 })).map(([from, by]) => [from, from + by] as const);
const months = fc.oneof({ arbitrary: dated, weight: 6 }, { arbitrary: fc.constant([null, null] as const), weight: 1 });
const idAt = (index: number) => `t${String(index).padStart(2, "0")}`;

/** Plans without circles: a task waits for earlier ones only. */
const plans = fc
  .array(fc.tuple(months, fc.boolean(), fc.constantFrom(...taskStates)), { minLength: 2, maxLength: 12 })
  .chain((rows) =>
    fc.record({
      tasks: fc.constant(
        rows.map(([[from, to], pinned, state], index) => task(idAt(index), from, to, { pinned, state })),
      ),
      links: fc.uniqueArray(
        fc
          .tuple(fc.nat({ max: rows.length - 1 }), fc.nat({ max: rows.length - 1 }), fc.integer({ min: -6, max: 6 }))
          .filter(([left, right]) => left !== right)
          .map(([left, right, lag]) => link(idAt(Math.min(left, right)), idAt(Math.max(left, right)), lag)),
        { selector: (each) => `${each.predecessorId} ${each.successorId}`, maxLength: 30 },
      ),
      moved: fc.uniqueArray(
        fc
          .tuple(fc.nat({ max: rows.length - 1 }), fc.integer({ min: -5, max: 70 }), fc.integer({ min: 0, max: 9 }))
          .map(([index, startMonth, by]) => ({ id: idAt(index), startMonth, endMonth: startMonth + by })),
        { selector: ({ id }) => id, minLength: 1, maxLength: 3 },
      ),
    }),
  );

const shuffledPlans = plans.chain((plan) =>
  fc.record({
    plan: fc.constant(plan),
    shuffled: fc.record({
      tasks: fc.shuffledSubarray(plan.tasks, { minLength: plan.tasks.length }),
      links: fc.shuffledSubarray(plan.links, { minLength: plan.links.length }),
    }),
  }),
);

describe("moving tasks", () => {
  test("pushes what waits, through chains, with lag and overlap", () => {
    const plan = {
      tasks: [task("a", 1, 3), task("b", 4, 6), task("c", 8, 9), task("d", 9, 20)],
      links: [link("a", "b"), link("b", "c", 1), link("b", "d", -2)],
    };
    const found = followShift(plan, [{ id: "a", startMonth: 3, endMonth: 5 }]);
    expect(found).toEqual({
      cycle: null,
      moves: [
        { id: "a", startMonth: 3, endMonth: 5 },
        { id: "b", startMonth: 6, endMonth: 8 },
        { id: "c", startMonth: 10, endMonth: 11 },
      ],
    });
    expect(followShift(plan, [{ id: "a", startMonth: 1, endMonth: 1 }]).moves).toEqual([
      { id: "a", startMonth: 1, endMonth: 1 },
    ]);
  });

  test("leaves pinned and finished tasks, and tells them as a clash", () => {
    const tasks = [task("a", 1, 3), task("b", 4, 6, { pinned: true }), task("c", 4, 5, { state: "done" })];
    const plan = { tasks, links: [link("a", "b"), link("a", "c")] };
    expect(followShift(plan, [{ id: "a", startMonth: 2, endMonth: 5 }]).moves).toHaveLength(1);
    const later = [task("a", 2, 5), ...tasks.slice(1)].map((row) => ({ ...row, streamId: "s" }) as PlanTask);
    const links = plan.links.map((each, index) => ({ ...each, id: `l${index}`, version: 1 }));
    const streams = [{ id: "s", startMonth: 2, endMonth: 5 }];
    expect(clashesOf({ tasks: later, links, streams, durationMonths: 5 })).toEqual([
      { kind: "link", linkId: "l0", taskId: "b", predecessorId: "a", months: 2 },
      { kind: "link", linkId: "l1", taskId: "c", predecessorId: "a", months: 2 },
      { kind: "outside-stream", taskId: "b" },
      { kind: "outside-project", taskId: "b" },
    ]);
  });

  test("refuses a circle and names it", () => {
    const links = [link("x", "c"), link("c", "a"), link("a", "b"), link("b", "c")];
    expect(cycleOf(links)).toEqual(["a", "b", "c"]);
    expect(cycleOf(links.toReversed())).toEqual(["a", "b", "c"]);
    expect(cycleOf([link("a", "a")])).toEqual(["a"]);
    const tasks = ["x", "a", "b", "c"].map((id) => task(id, 1, 2));
    expect(followShift({ tasks, links }, [{ id: "x", startMonth: 5, endMonth: 6 }])).toEqual({
      moves: [],
      cycle: ["a", "b", "c"],
    });
  });

  test("keeps duration, never pulls, never goes before month 1, and is the same for every order of rows", () => {
    fc.assert(
      fc.property(shuffledPlans, ({ plan: { tasks, links, moved }, shuffled }) => {
        const { moves, cycle } = followShift({ tasks, links }, moved);
        expect(cycle).toBeNull();
        const before = new Map(tasks.map((row) => [row.id, row]));
        const own = new Set(moved.map(({ id }) => id));
        for (const { id, startMonth, endMonth } of moves) {
          const was = before.get(id);
          expect(startMonth).toBeGreaterThanOrEqual(1);
          if (own.has(id)) continue;
          expect(was?.pinned).toBe(false);
          expect(["planned", "active"]).toContain(was?.state);
          expect(startMonth).toBeGreaterThan(was?.startMonth ?? Infinity);
          expect(endMonth - startMonth).toBe((was?.endMonth ?? 0) - (was?.startMonth ?? 0));
        }
        const again = followShift(shuffled, moved.toReversed());
        expect(again.moves).toEqual(moves);
      }),
    );
  });

  test("no link of what moved is broken afterwards, unless the follower stays or was put there; doing it again moves nothing", () => {
    fc.assert(
      fc.property(plans, ({ tasks, links, moved }) => {
        const { moves } = followShift({ tasks, links }, moved);
        const places = new Map(moves.map((place) => [place.id, place]));
        const own = new Set(moved.map(({ id }) => id));
        const after = tasks.map((row) => ({ ...row, ...places.get(row.id) }));
        const byId = new Map(after.map((row) => [row.id, row]));
        for (const { predecessorId, successorId, lagMonths } of links) {
          const [first, then] = [byId.get(predecessorId), byId.get(successorId)];
          if (!places.has(predecessorId) || first?.state === "dropped" || first?.endMonth == null) continue;
          if (then?.startMonth == null || then.pinned || own.has(successorId)) continue;
          if (then.state !== "planned" && then.state !== "active") continue;
          expect(then.startMonth).toBeGreaterThan(first.endMonth + lagMonths);
        }
        expect(followShift({ tasks: after, links }, moves).moves).toEqual([]);
      }),
    );
  });

  test("a push is no longer than some link asks", () => {
    fc.assert(
      fc.property(plans, ({ tasks, links, moved }) => {
        const { moves } = followShift({ tasks, links }, moved);
        const put = moved.map((place) => ({ ...place, endMonth: place.endMonth + Math.max(0, 1 - place.startMonth) }));
        const places = new Map([...put, ...moves].map((place) => [place.id, place]));
        const dropped = new Set(tasks.filter(({ state }) => state === "dropped").map(({ id }) => id));
        const own = new Set(moved.map(({ id }) => id));
        for (const { id, startMonth } of moves) {
          if (own.has(id)) continue;
          const asked = links
            .filter(({ predecessorId, successorId }) => successorId === id && !dropped.has(predecessorId))
            .map(({ predecessorId, lagMonths }) => (places.get(predecessorId)?.endMonth ?? -Infinity) + lagMonths + 1);
          expect(startMonth).toBe(Math.max(...asked));
        }
      }),
    );
  });
});
