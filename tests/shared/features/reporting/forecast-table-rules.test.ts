import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { forecastBefore, forecastLine } from "#shared/features/reporting/forecast-rules.ts";
import { type TableLine, tellForecast } from "#shared/features/reporting/forecast-table-rules.ts";
import type { ForecastCell } from "#shared/features/reporting/forecast.ts";

const plan = [1, 7, 13].map((startMonth, index) => ({
  number: index + 1,
  startMonth,
  endMonth: startMonth + 5,
  locked: false,
}));

/** The figures of a line: agreed, its months, and what its report of the second period says. */
type Drawn = { agreed: number; from: number; length: number; delivered: number; remaining: number | null };
type Line = Drawn & { member: number; stream: number | null; hidden: boolean };

const drawn = fc.record({
  agreed: fc.integer({ min: 0, max: 5_000 }),
  from: fc.integer({ min: 1, max: 20 }),
  length: fc.integer({ min: 1, max: 12 }),
  delivered: fc.integer({ min: 0, max: 3_000 }),
  remaining: fc.option(fc.integer({ min: 0, max: 3_000 })),
});
const lineOf = fc
  .tuple(drawn, fc.nat(5), fc.option(fc.nat(2)), fc.boolean())
  .map(([figures, member, stream, secret]): Line => ({ ...figures, member, stream, hidden: secret && member !== 0 }));
const worlds = fc.array(fc.tuple(lineOf, drawn), { minLength: 1, maxLength: 14 });

function rowOf({ agreed, from, length, delivered, remaining, member, stream, hidden }: Line, index: number): TableLine {
  const months = { fromMonth: from, toMonth: from + length - 1 };
  const facts = [agreed, months, [{ periodNumber: 2, accepted: true, delivered, remaining }], plan, 18] as const;
  return {
    id: `l${index}`,
    title: "",
    participantId: `p${member}`,
    ownerId: `o${member}`,
    streamId: stream === null ? null : `s${stream}`,
    hidden,
    now: forecastLine(...facts)!,
    before: forecastBefore(2, ...facts)!,
  };
}
const tell = (lines: readonly Line[]) => tellForecast(lines.map(rowOf), plan.length, [(line) => line.hidden]);
const figures = ["agreed", "delivered", "forecast", "before"] as const;
const sum = (cells: readonly ForecastCell[], figure: (typeof figures)[number]) =>
  cells.reduce((total, cell) => total + (cell[figure] ?? Number.NaN), 0);

describe("the table of agreed, delivered and forecast", () => {
  test("adds up in every direction for who sees everything", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const table = tell(world.map(([line]) => ({ ...line, hidden: false })));
        for (const figure of figures) {
          for (const rows of [table.byMember, table.byStream, table.pairs]) {
            expect(
              sum(
                rows.map(({ all }) => all),
                figure,
              ),
            ).toBe(table.total.all[figure]);
            for (let at = 0; at < plan.length; at += 1)
              expect(
                sum(
                  rows.map(({ cells }) => cells[at]!),
                  figure,
                ),
              ).toBe(table.total.cells[at]![figure]);
          }
          expect(sum(table.total.cells, figure)).toBe(table.total.all[figure]);
        }
        expect(table.seen).toEqual(table.total);
      }),
    );
  });

  // Nothing that is told may move with what is hidden: then no sum or difference of told figures can give it away.
  test("tells the same whatever hidden lines hold, but for the grand total", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const here = tell(world.map(([line]) => line));
        const there = tell(world.map(([line, other]) => (line.hidden ? { ...line, ...other } : line)));
        const told = ({ total, ...rest }: typeof here) => ({ ...rest, cells: total.cells });
        expect(told(there)).toEqual(told(here));
      }),
      { numRuns: 300 },
    );
  });

  test("a told row and a told column never leave one hidden part between them", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const lines = world.map(([line]) => line);
        const table = tell(lines);
        const hiddenIn = (wanted: (line: Line) => boolean) => lines.some((line) => line.hidden && wanted(line));
        for (const { participantId, all } of table.byMember)
          expect(all.agreed === null).toBe(hiddenIn(({ member }) => `p${member}` === participantId));
        for (const { streamId, all } of table.byStream)
          expect(all.agreed === null).toBe(
            hiddenIn(({ stream }) => (stream === null ? null : `s${stream}`) === streamId),
          );
        for (const cell of table.total.cells) expect(cell.agreed === null).toBe(table.hasHidden);
      }),
    );
  });

  test("the grand total is told only over three hidden members, none above four fifths of the hidden sum", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const rows = world.map(([line]) => line).map(rowOf);
        const table = tell(world.map(([line]) => line));
        for (const [figure, amount] of [
          ["agreed", (line: TableLine) => line.now.all.agreed],
          ["delivered", (line: TableLine) => line.now.all.delivered],
          ["before", (line: TableLine) => line.before.all.forecast],
        ] as const) {
          if (table.total.all[figure] === null || !table.hasHidden) continue;
          const byOwner = Map.groupBy(
            rows.filter((line) => line.hidden),
            ({ ownerId }) => ownerId,
          );
          const sums = [...byOwner.values()].map((lines) => lines.reduce((total, line) => total + amount(line), 0));
          const whole = sums.reduce((total, each) => total + each, 0);
          expect(sums.filter((each) => each > 0).length).toBeGreaterThanOrEqual(3);
          expect(Math.max(...sums) * 10).toBeLessThanOrEqual(whole * 8);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("keeps a pair to itself where something may be hidden at the member and in the stream", () => {
    const line = { agreed: 100, from: 1, length: 6, delivered: 0, remaining: null };
    const table = tell([
      { ...line, member: 1, stream: 1, hidden: false },
      { ...line, member: 1, stream: 0, hidden: true },
      { ...line, member: 2, stream: 1, hidden: true },
      { ...line, member: 2, stream: 2, hidden: false },
    ]);
    const agreed = table.pairs.map(({ participantId, streamId, all }) => [participantId, streamId, all.agreed]);
    expect(agreed).toEqual([
      ["p1", "s1", null],
      ["p2", "s2", 100],
    ]);
    expect(table.seen.all.agreed).toBe(200);
  });
});
