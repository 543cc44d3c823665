import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, expectTypeOf, test } from "vitest";

import { boolean, cents, choice, date, day, instant, integer, json, table, text } from "#server/db/columns.ts";
import type { Database } from "#server/db/database.ts";
import { makeTestPlace, openTestPlace } from "#tests/support/database.ts";
import { createSampleTable } from "#tests/support/sample-table.ts";

const samples = table("samples", {
  id: text("id").primaryKey(),
  words: text("words"),
  kind: choice("kind", ["cash", "effort"]),
  whole: integer("whole"),
  amount: cents("amount"),
  yes: boolean("yes"),
  at: instant("at"),
  since: date("since"),
  dueOn: day("due_on"),
  facts: json<{ z: number; a: (string | null)[] }>("facts"),
});
type Sample = typeof samples.$inferSelect;

let db: Database;
let place: Awaited<ReturnType<typeof makeTestPlace>>;

beforeEach(async () => {
  place = await makeTestPlace();
  await createSampleTable(place, samples);
  db = await openTestPlace(place);
});

afterEach(async () => {
  await db.close();
  await place.remove();
});

const empty: Sample = {
  id: "x",
  words: null,
  kind: null,
  whole: null,
  amount: null,
  yes: null,
  at: null,
  since: null,
  dueOn: null,
  facts: null,
};

async function roundTrip(values: Partial<Sample>): Promise<unknown[]> {
  const row = { ...empty, ...values };
  const returned = await db.housekeep((tx) => tx.insert(samples).values(row).returning());
  const read = await db.read.select().from(samples);
  const inSnapshot = await db.snapshot((view) => view.select().from(samples));
  expect(inSnapshot).toEqual(read);
  expect(returned).toEqual(read);
  return read;
}

describe("every kind of column gives back what was written", () => {
  const cases: [string, Partial<Sample>][] = [
    ["nothing at all", {}],
    ["text", { words: "Ж ñ 𝄞 '\"\\ \n\t\u2028 e\u0301" }],
    ["empty text", { words: "" }],
    ["choice", { kind: "effort" }],
    ["integer", { whole: -2_147_483_648 }],
    ["greatest integer", { whole: 2_147_483_647 }],
    ["cents beyond 32 bits", { amount: 99_999_999_999 }],
    ["the greatest safe number of cents", { amount: Number.MAX_SAFE_INTEGER }],
    ["the smallest", { amount: Number.MIN_SAFE_INTEGER }],
    ["true", { yes: true }],
    ["false", { yes: false }],
    ["an instant", { at: Date.UTC(2026, 10, 23, 14, 30, 0, 123) }],
    ["an instant before 1970", { at: -1 }],
    ["a date", { since: new Date(Date.UTC(2026, 2, 29, 1, 30, 0, 7)) }],
    ["a date before 1970", { since: new Date(-1) }],
    ["a day", { dueOn: "2026-02-28" }],
    ["json", { facts: { z: 0.1, a: ['Ж\u2028"', null, ""] } }],
  ];

  test.each(cases)("%s", async (_, values) => {
    expect(await roundTrip(values)).toEqual([{ ...empty, ...values }]);
  });

  test("json keeps the order of its keys", async () => {
    await roundTrip({ facts: { z: 1, a: [] } });
    const [row] = await db.read.select({ facts: samples.facts }).from(samples);
    expect(JSON.stringify(row?.facts)).toBe('{"z":1,"a":[]}');
  });

  test("conditions take the values too", async () => {
    await roundTrip({ yes: true, amount: 5_000_000_000, since: new Date(7), dueOn: "2026-01-01" });
    const wanted = [
      eq(samples.yes, true),
      eq(samples.amount, 5_000_000_000),
      eq(samples.since, new Date(7)),
      eq(samples.dueOn, "2026-01-01"),
    ];
    for (const condition of wanted) expect(await db.read.$count(samples, condition)).toBe(1);
  });
});

describe("types", () => {
  test("name the same TypeScript type on both databases", () => {
    expectTypeOf<Sample>().toEqualTypeOf<{
      id: string;
      words: string | null;
      kind: "cash" | "effort" | null;
      whole: number | null;
      amount: number | null;
      yes: boolean | null;
      at: number | null;
      since: Date | null;
      dueOn: string | null;
      facts: { z: number; a: (string | null)[] } | null;
    }>();
    expectTypeOf(db.read).not.toHaveProperty("insert");
    expectTypeOf(db.read).not.toHaveProperty("update");
    expectTypeOf(db.read).not.toHaveProperty("delete");
    expectTypeOf(db.read.select().from(samples)).resolves.toEqualTypeOf<Sample[]>();
  });
});
