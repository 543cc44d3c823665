import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { placeBlock, readBlock, writeBlock, writeHtmlBlock } from "#shared/features/matrix/block-rules.ts";

const block = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });

describe("blocks on the clipboard", () => {
  test("tabs and lines as spreadsheets write them, with the line at the end ignored", () => {
    expect(readBlock("1\t2\r\n3\t4\r\n")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(readBlock("")).toEqual([[""]]);
    expect(readBlock('"a\nb"\t"say ""x"""\n5" pipe\t')).toEqual([
      ["a\nb", 'say "x"'],
      ['5" pipe', ""],
    ]);
    expect(readBlock('"open')).toEqual([['"open']]);
  });

  test("what is written is read again", () => {
    const text = fc.string({ maxLength: 8 }).map((each) => each.replaceAll("\r", ""));
    const rows = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(rows, (given) => {
        // A last row of one empty cell is the line end that everybody ignores.
        fc.pre(!(given.length > 1 && given[0]?.length === 1 && given.at(-1)?.[0] === ""));
        expect(readBlock(writeBlock(given))).toEqual(given);
      }),
    );
  });

  test("texts stay texts in the table", () => {
    expect(writeHtmlBlock([["<b>", "1 & 2"]])).toBe("<table><tr><td>&lt;b&gt;</td><td>1 &amp; 2</td></tr></table>");
  });
});

describe("where a paste goes", () => {
  test("one value fills the block, a row repeats down it", () => {
    expect(placeBlock([["7"]], block(1, 1, 2, 2), 9, 9).placed).toHaveLength(4);
    const down = placeBlock([["1", "2"]], block(0, 0, 2, 1), 9, 9).placed;
    expect(down.map(({ row, column, value }) => `${row}${column}=${value}`).join(" ")).toBe(
      "00=1 01=2 10=1 11=2 20=1 21=2",
    );
  });

  test("anything else starts at the corner; what lies beyond the grid is counted", () => {
    const { placed, outside } = placeBlock(
      [
        ["1", "2"],
        ["3", "4"],
      ],
      block(2, 2),
      3,
      3,
    );
    expect(placed).toEqual([{ row: 2, column: 2, value: "1" }]);
    expect(outside).toBe(3);
  });

  test("no value is lost, none is placed twice or outside", () => {
    const size = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(size, size, size, size, fc.nat(5), fc.nat(5), (height, width, rows, columns, top, left) => {
        fc.pre(top < rows && left < columns);
        const values = Array.from({ length: height }, () => Array.from({ length: width }, () => 1));
        const { placed, outside } = placeBlock(values, block(top, left), rows, columns);
        expect(placed.length + outside).toBe(height * width);
        expect(new Set(placed.map(({ row, column }) => `${row} ${column}`)).size).toBe(placed.length);
        expect(placed.every(({ row, column }) => row < rows && column < columns)).toBe(true);
      }),
    );
  });
});
