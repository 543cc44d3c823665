import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addDays } from "#shared/dates.ts";
import { type CalendarEntry, foldLine, writeCalendar } from "#shared/features/calendar/icalendar-rules.ts";

const octets = (text: string) => Buffer.byteLength(text, "utf8");

/** Content lines as a reader of RFC 5545 takes them: unfolded, as [name, value]. */
function linesOf(text: string): [name: string, value: string][] {
  expect(text.endsWith("\r\n")).toBe(true);
  return text
    .replaceAll("\r\n ", "")
    .split("\r\n")
    .slice(0, -1)
    .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]);
}

const unescape = (value: string) =>
  value.replaceAll(/\\(.)/g, (_, sign: string) => (sign === "n" || sign === "N" ? "\n" : sign));

const wellFormed = fc.string({ unit: "binary", maxLength: 300 });
const day = fc
  .integer({ min: 0, max: 30_000 })
  .map((days) => new Date(Date.UTC(2000, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const entry: fc.Arbitrary<CalendarEntry> = fc.record({
  uid: fc.uuid().map((id) => `milestone-${id}@consortia`),
  sequence: fc.nat(1_000),
  changedAt: fc.integer({ min: 0, max: 4_000_000_000_000 }),
  on: day,
  title: wellFormed,
  description: wellFormed,
  categories: fc.array(wellFormed, { maxLength: 3 }),
  url: fc.webUrl(),
  isCancelled: fc.boolean(),
});

// What a text cannot carry: other control characters are blanks, every end of a line is one of ours.
const carried = (text: string) => text.replaceAll(/\r\n?/g, "\n").replaceAll(/(?!\n)\p{Cc}/gu, " ");

describe("a calendar", () => {
  test("reads back as it was written, in lines of at most 75 octets that end in CRLF", () => {
    fc.assert(
      fc.property(wellFormed, fc.array(entry, { maxLength: 4 }), (name, entries) => {
        const text = writeCalendar({ name, entries });
        for (const line of text.split("\r\n")) {
          expect(octets(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          expect(line).not.toContain("\u{fffd}".repeat(2));
        }
        const lines = linesOf(text);
        const values = (key: string) => lines.filter(([each]) => each === key).map(([, value]) => value);
        expect(values("X-WR-CALNAME").map(unescape)).toEqual([carried(name)]);
        expect(values("UID")).toEqual(entries.map(({ uid }) => uid));
        expect(values("SUMMARY").map(unescape)).toEqual(entries.map(({ title }) => carried(title)));
        const described = entries.map(({ description }) => carried(description)).filter((each) => each !== "");
        expect(values("DESCRIPTION").map(unescape)).toEqual(described);
        const categories = values("CATEGORIES").map((value) => value.split(/(?<!(?<!\\)(?:\\\\)*\\),/).map(unescape));
        expect(categories).toEqual(
          entries.filter((each) => each.categories.length > 0).map((each) => each.categories.map(carried)),
        );
        expect(values("URL")).toEqual(entries.map(({ url }) => url));
        expect(values("SEQUENCE").map(Number)).toEqual(entries.map(({ sequence }) => sequence));
        expect(values("DTSTART;VALUE=DATE")).toEqual(entries.map(({ on }) => on.replaceAll("-", "")));
        expect(values("DTEND;VALUE=DATE")).toEqual(entries.map(({ on }) => addDays(on, 1).replaceAll("-", "")));
        for (const stamp of values("DTSTAMP")) expect(stamp).toMatch(/^\d{8}T\d{6}Z$/);
        expect(values("BEGIN")).toHaveLength(entries.length + 1);
        expect(values("END")).toHaveLength(entries.length + 1);
      }),
    );
  });

  test("tells the end of a year's last day as the next year's first", () => {
    const text = writeCalendar({
      name: "EKOLEND",
      entries: [
        {
          uid: "milestone-1@consortia",
          sequence: 2,
          changedAt: Date.UTC(2026, 10, 23, 9, 5, 7),
          on: "2026-12-31",
          title: "First heat; city, port",
          description: "Line\nline",
          categories: ["Milestone", "S1"],
          url: "https://example.org/a,b;c",
          isCancelled: false,
        },
      ],
    });
    expect(text).toContain("\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n");
    expect(text).toContain("\r\nDTSTAMP:20261123T090507Z\r\n");
    expect(text).toContain("\r\nSUMMARY:First heat\\; city\\, port\r\nDESCRIPTION:Line\\nline\r\n");
    expect(text).toContain("\r\nCATEGORIES:Milestone,S1\r\nURL:https://example.org/a,b;c\r\n");
  });

  test("never tears a character apart", () => {
    for (const sign of ["a", "ä", "Ж", "中", "🔥"]) {
      const folded = foldLine(sign.repeat(200));
      for (const line of folded.split("\r\n")) expect(octets(line)).toBeLessThanOrEqual(75);
      expect(folded.replaceAll("\r\n ", "")).toBe(sign.repeat(200));
    }
  });
});
