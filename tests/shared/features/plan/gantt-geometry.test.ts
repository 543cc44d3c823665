import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ganttPicture, planWith } from "#shared/features/plan/gantt-geometry.ts";
import { ganttGroupings, ROW_HEIGHT } from "#shared/features/plan/gantt-rows.ts";
import { ganttZooms } from "#shared/features/plan/gantt-scale.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

import { planOf, plans } from "./plan-arbitrary.ts";

const options = fc.record({
  groupBy: fc.constantFrom(...ganttGroupings),
  zoom: fc.constantFrom(...ganttZooms),
  closed: fc.array(fc.nat(40), { maxLength: 6 }),
});
type Options = typeof options extends fc.Arbitrary<infer Value> ? Value : never;

function pictureOf(plan: ProjectPlan, { groupBy, zoom, closed }: Options) {
  const keys = [
    ...plan.streams.map(({ id }) => `group:${id}`),
    ...plan.participants.map(({ id }) => `group:${id}`),
    ...plan.tasks.map(({ id }) => `task:${id}`),
  ].toSorted();
  const collapsed = new Set(closed.map((at) => keys[at % Math.max(1, keys.length)] ?? ""));
  const baseline = plan.tasks.slice(0, 3).map(({ id }) => ({ id, startMonth: 2, endMonth: 70 }));
  return ganttPicture(plan, { groupBy, zoom, collapsed, today: "2026-11-23", baseline });
}

/** A picture without its functions. */
const drawn = (picture: ReturnType<typeof pictureOf>) => JSON.parse(JSON.stringify(picture)) as unknown;

describe("the picture of a plan", () => {
  test("is the same for the same plan in any order", () => {
    fc.assert(
      fc.property(plans, options, fc.nat(), (plan, chosen, turn) => {
        const turned = <Row>(rows: Row[]) => {
          const at = rows.length === 0 ? 0 : turn % rows.length;
          return [...rows.slice(at), ...rows.slice(0, at)].toReversed();
        };
        const other = {
          ...plan,
          streams: turned(plan.streams),
          tasks: turned(plan.tasks),
          links: turned(plan.links),
          deliverables: turned(plan.deliverables),
          milestones: turned(plan.milestones),
          participants: turned(plan.participants),
        };
        const first = ganttPicture(plan, { ...chosen, collapsed: new Set(), today: "2026-11-23" });
        const second = ganttPicture(other, { ...chosen, collapsed: new Set(), today: "2026-11-23" });
        expect(drawn(second)).toEqual(drawn(first));
        expect(drawn(pictureOf(plan, chosen))).toEqual(drawn(pictureOf(plan, chosen)));
      }),
    );
  });

  test("keeps every bar, baseline, mark and line inside, and every row below the one before", () => {
    fc.assert(
      fc.property(plans, options, (plan, chosen) => {
        const picture = pictureOf(plan, chosen);
        for (const box of [...picture.bars, ...picture.bars.flatMap(({ baseline }) => baseline ?? [])]) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.width).toBeGreaterThan(0);
          expect(box.x + box.width).toBeLessThanOrEqual(picture.width);
        }
        for (const bar of picture.bars) {
          expect(bar.y).toBeGreaterThanOrEqual(bar.row.y);
          expect((bar.baseline?.y ?? bar.y) + (bar.baseline?.height ?? bar.height)).toBeLessThanOrEqual(
            bar.row.y + ROW_HEIGHT,
          );
          expect(bar.progressWidth).toBeLessThanOrEqual(bar.width);
        }
        for (const { x, size } of picture.marks) {
          expect(x - size / 2).toBeGreaterThanOrEqual(-size / 2);
          expect(x + size / 2).toBeLessThanOrEqual(picture.width);
        }
        for (const { points } of picture.lines)
          for (const [x, y] of points) {
            expect(x >= 0 && x <= picture.width && y >= 0 && y <= picture.height, `${x} ${y}`).toBe(true);
          }
        expect(picture.rows.map(({ y }) => y)).toEqual(picture.rows.map((_, at) => at * ROW_HEIGHT));
        expect(new Set(picture.rows.map(({ key }) => key)).size).toBe(picture.rows.length);
      }),
    );
  });

  test("shows every record once when nothing is closed, and ends each line at rows that are seen", () => {
    fc.assert(
      fc.property(plans, options, (plan, chosen) => {
        const open = ganttPicture(plan, { ...chosen, collapsed: new Set(), today: "2026-11-23" });
        const count = plan.tasks.length + plan.deliverables.length + plan.milestones.length;
        expect(open.rows.filter(({ kind }) => kind !== "group")).toHaveLength(count);
        expect(open.lines).toHaveLength(plan.links.length);
        const picture = pictureOf(plan, chosen);
        const keys = new Set(picture.rows.map(({ key }) => key));
        for (const { fromKey, toKey, points, isIndirect, predecessorId, successorId } of picture.lines) {
          expect(keys.has(fromKey) && keys.has(toKey)).toBe(true);
          expect(isIndirect).toBe(fromKey !== `task:${predecessorId}` || toKey !== `task:${successorId}`);
          const turns = points.slice(1).map(([x, y], at) => [x - (points[at]?.[0] ?? 0), y - (points[at]?.[1] ?? 0)]);
          expect(turns.every(([across, down]) => across === 0 || down === 0)).toBe(true);
        }
      }),
    );
  });

  test("has header lines without holes from end to end", () => {
    fc.assert(
      fc.property(plans, options, (plan, chosen) => {
        const { scale } = pictureOf(plan, chosen);
        for (const cells of [scale.upper, scale.lower]) {
          let x = 0;
          for (const cell of cells) {
            expect(cell.x).toBeCloseTo(x, 6);
            x = cell.x + cell.width;
          }
          expect(x).toBeCloseTo(scale.months * scale.monthWidth, 6);
        }
      }),
    );
  });
});

describe("one plan", () => {
  const plan = planOf({
    tasks: [
      [1, 3],
      [4, 6],
      [2, null],
      [null, 9],
      [null, null],
    ],
    links: [[0, 1]],
  });
  const picture = ganttPicture(plan, {
    groupBy: "stream",
    zoom: "month",
    collapsed: new Set(),
    today: "2026-05-16",
  });

  test("fades where a date is missing and stands at today where both are", () => {
    const tasks = picture.bars.filter(({ row }) => row.kind === "task");
    expect(tasks.map(({ ghost }) => ghost)).toEqual(["none", "none", "end", "start", "both"]);
    expect(tasks.map(({ x, width }) => [x / 44, width / 44])).toEqual([
      [0, 3],
      [3, 3],
      [1, 3],
      [6, 3],
      [4, 3],
    ]);
  });

  test("marks today within its month, and what is late", () => {
    expect(picture.scale.todayX).toBeCloseTo((4 + 15 / 31) * 44, 6);
    expect(picture.rows.map(({ isOverdue }) => isOverdue)).toEqual([false, true, false, false, false, false]);
  });

  test("leads a line from the end of a bar to the start of the next", () => {
    const [line] = picture.lines;
    expect(line?.points[0]?.[0]).toBe(3 * 44);
    expect(line?.points.at(-1)?.[0]).toBe(3 * 44);
  });

  test("shows a moved task at its new months", () => {
    const moved = planWith(plan, [{ id: plan.tasks[0]?.id ?? "", startMonth: 5, endMonth: 7 }]);
    expect(moved.tasks.map(({ startMonth }) => startMonth)).toEqual([5, 4, 2, null, null]);
  });

  test("counts the weeks as ISO 8601 does", () => {
    const { scale } = ganttPicture(
      { ...plan, startOn: "2026-12-15" },
      {
        groupBy: "stream",
        zoom: "week",
        collapsed: new Set(),
        today: "2026-12-15",
      },
    );
    expect(scale.lower.slice(0, 5).map(({ year, index }) => [year, index])).toEqual([
      [2026, 51],
      [2026, 52],
      [2026, 53],
      [2027, 1],
      [2027, 2],
    ]);
    expect(scale.upper.slice(0, 2).map(({ year, index }) => [year, index])).toEqual([
      [2026, 12],
      [2027, 1],
    ]);
  });
});
