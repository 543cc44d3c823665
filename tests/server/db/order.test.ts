import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Database } from "#server/db/database.ts";
import { ascending, containsFolded, countOf, descending, sumOf, sumOrNull, truthOf } from "#server/db/order.ts";
import { cents, table, text } from "#server/db/columns.ts";
import { fold } from "#shared/text.ts";
import { makeTestPlace, openTestPlace } from "#tests/support/database.ts";
import { createSampleTable } from "#tests/support/sample-table.ts";

const samples = table("samples", { id: text("id").primaryKey(), words: text("words"), amount: cents("amount") });

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

const sample = (id: string, more: Partial<typeof samples.$inferInsert> = {}) => ({ id, ...more });
const keep = (...rows: ReturnType<typeof sample>[]) => db.housekeep((tx) => tx.insert(samples).values(rows));
const ids = (rows: { id: string }[]) => rows.map((row) => row.id);

describe("order", () => {
  test("puts null last both ways", async () => {
    await keep(sample("none", { amount: null }), sample("late", { amount: 2 }), sample("early", { amount: 1 }));
    expect(ids(await db.read.select().from(samples).orderBy(ascending(samples.amount)))).toEqual([
      "early",
      "late",
      "none",
    ]);
    expect(ids(await db.read.select().from(samples).orderBy(descending(samples.amount)))).toEqual([
      "late",
      "early",
      "none",
    ]);
  });

  test("compares text by its code points, whatever the server's language", async () => {
    const words = ["a b", "a-b", "ab", "B", "a", "é", "я", "z", "А", "_", "1"];
    await keep(...words.map((id) => sample(id)));
    expect(ids(await db.read.select().from(samples).orderBy(ascending(samples.id)))).toEqual([
      "1",
      "B",
      "_",
      "a",
      "a b",
      "a-b",
      "ab",
      "z",
      "é",
      "А",
      "я",
    ]);
  });
});

describe("containsFolded", () => {
  test("finds folded text anywhere, with %, _ and \\ standing for themselves", async () => {
    const texts = ["Straße 100% Öl", "ЁЛКА и Ко", "under_score", "back\\slash", "underXscore"];
    await keep(...texts.map((text, index) => sample(`${index}`, { words: fold(text) })));
    const found = async (text: string) =>
      ids(
        await db.read.select().from(samples).where(containsFolded(samples.words, text)).orderBy(ascending(samples.id)),
      );
    expect(await found("OL")).toEqual(["0"]);
    expect(await found("елка")).toEqual(["1"]);
    expect(await found("0% ö")).toEqual(["0"]);
    expect(await found("%")).toEqual(["0"]);
    expect(await found("r_s")).toEqual(["2"]);
    expect(await found("k\\s")).toEqual(["3"]);
    expect(await found("under")).toEqual(["2", "4"]);
    expect(await found("'; drop table samples; --")).toEqual([]);
    expect(containsFolded(samples.words, "  ")).toBeUndefined();
  });
});

describe("totals", () => {
  test("are numbers, exact to 2^53 - 1, and refuse to be wrong beyond", async () => {
    const most = Number.MAX_SAFE_INTEGER;
    await keep(sample("a", { amount: most - 1 }), sample("b", { amount: 1 }), sample("c", { amount: null }));
    const [row] = await db.read
      .select({ sum: sumOf(samples.amount), rows: countOf(), sent: countOf(samples.amount) })
      .from(samples);
    expect(row).toEqual({ sum: most, rows: 3, sent: 2 });
    await keep(sample("d", { amount: 1 }));
    await expect(db.read.select({ sum: sumOf(samples.amount) }).from(samples)).rejects.toThrow(RangeError);
  });

  test("over nothing are 0, or null where none is not zero", async () => {
    const totals = db.read.select({ sum: sumOf(samples.amount), none: sumOrNull(samples.amount) }).from(samples);
    expect(await totals).toEqual([{ sum: 0, none: null }]);
    await keep(sample("a"));
    expect(await totals).toEqual([{ sum: 0, none: null }]);
    await keep(sample("b", { amount: 0 }));
    expect(await totals).toEqual([{ sum: 0, none: 0 }]);
  });

  test("take conditions and expressions", async () => {
    await keep(sample("a", { amount: 2 }), sample("b", { amount: 3 }));
    const [row] = await db.read
      .select({
        sum: sumOf(sql`case when ${samples.amount} > 2 then ${samples.amount} else 0 end`),
        twice: countOf(samples.amount),
      })
      .from(samples);
    expect(row).toEqual({ sum: 3, twice: 2 });
  });

  test("conditions come back as true and false", async () => {
    await keep(sample("a"), sample("b"));
    const rows = await db.read
      .select({ id: samples.id, first: truthOf(eq(samples.id, "a")) })
      .from(samples)
      .orderBy(ascending(samples.id));
    expect(rows).toEqual([
      { id: "a", first: true },
      { id: "b", first: false },
    ]);
  });
});
