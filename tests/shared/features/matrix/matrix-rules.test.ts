import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { discloseTotal } from "#shared/features/contributions/disclosure-rules.ts";
import {
  emptyCellSum,
  type MatrixEntry,
  newLineOf,
  nothing,
  tellMatrix,
  termsWith,
} from "#shared/features/matrix/matrix-rules.ts";
import type { Terms } from "#shared/features/contributions/contribution.ts";

const members = ["a", "b", "c", "d", "e"];
const places = [null, "s1", "s2"];

const entries = fc.array(
  fc.record({
    participantId: fc.constantFrom(...members),
    streamId: fc.constantFrom(...places),
    state: fc.constantFrom("agreed" as const, "proposed" as const, "countered" as const, "withdrawn" as const),
    amount: fc.option(fc.nat(1_000_000), { nil: null }),
    isSecret: fc.boolean(),
  }),
  { maxLength: 30 },
);

const seenBy = (
  reader: string | null,
  given: readonly (Omit<MatrixEntry, "ownerId" | "confidentiality" | "hidden"> & { isSecret: boolean })[],
): MatrixEntry[] =>
  given.map(({ isSecret, ...entry }) => ({
    ...entry,
    ownerId: entry.participantId,
    confidentiality: isSecret ? "coordinator" : "consortium",
    hidden: isSecret && reader !== null && entry.participantId !== reader,
  }));

const add = (amounts: (number | null)[]) => amounts.reduce<number>((sum, amount) => sum + (amount ?? Number.NaN), 0);
const line = (participantId: string, streamId: string, hidden: boolean): MatrixEntry => ({
  participantId,
  ownerId: participantId,
  streamId,
  state: "agreed",
  confidentiality: hidden ? "coordinator" : "consortium",
  amount: 100,
  hidden,
});

describe("sums of the matrix", () => {
  test("cells add up to rows, columns and the total for whoever sees everything", () => {
    fc.assert(
      fc.property(entries, (given) => {
        const told = tellMatrix(seenBy(null, given), false);
        for (const [id, row] of told.rows) {
          const cells = told.cells.filter(({ participantId }) => participantId === id);
          expect(row.agreed).toBe(add(cells.map(({ agreed }) => agreed)));
          expect(row.open).toBe(add(cells.map(({ open }) => open)));
        }
        for (const [id, column] of told.columns)
          expect(column.agreed).toBe(
            add(told.cells.filter(({ streamId }) => streamId === id).map(({ agreed }) => agreed)),
          );
        expect(told.total.agreed).toBe(add([...told.rows.values()].map(({ agreed }) => agreed)));
        expect(told.total.open).toBe(add([...told.columns.values()].map(({ open }) => open)));
      }),
    );
  });

  test("what is hidden from a reader is in no figure told to it but a total that the rule allows", () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(...members), fc.integer({ min: 1, max: 999 }), (given, reader, more) => {
        const raised = given.map((entry) =>
          entry.isSecret && entry.participantId !== reader && entry.amount !== null
            ? { ...entry, amount: entry.amount + more }
            : entry,
        );
        const tell = (list: typeof given) => {
          const { total, ...rest } = tellMatrix(seenBy(reader, list), false);
          return { ...rest, open: total.open };
        };
        // Other figures of the same hidden lines change nothing but the one total that may be told.
        expect(tell(raised)).toEqual(tell(given));
        const counted = seenBy(reader, given).filter(({ state, amount }) => state === "agreed" && amount !== null);
        const rule = discloseTotal(
          counted.map(({ ownerId, hidden, amount }) => ({ ownerId, hidden, amount: amount ?? 0 })),
        );
        expect(tellMatrix(seenBy(reader, given), false).total.agreed).toBe(rule);
      }),
    );
  });

  test("open lines of others that are confidential leave no trace at all", () => {
    const secret: MatrixEntry = {
      participantId: "b",
      ownerId: "b",
      streamId: "s1",
      state: "proposed",
      confidentiality: "coordinator",
      amount: 5,
      hidden: true,
    };
    expect(tellMatrix([secret], false)).toEqual(tellMatrix([], false));
  });

  test("a cell between a row and a column that keep something back is confidential, and so is an empty one", () => {
    const told = tellMatrix([line("a", "s1", true), line("a", "s2", false), line("b", "s2", false)], false);
    expect(told.rows.get("a")?.agreed).toBeNull();
    expect(told.columns.get("s1")?.agreed).toBeNull();
    expect(told.cells.map(({ agreed }) => agreed)).toEqual([100, 100]);
    const hidden = { agreed: null, open: 0 };
    expect(emptyCellSum(hidden, hidden).agreed).toBeNull();
    expect(emptyCellSum(hidden, nothing).agreed).toBe(0);
  });
});

describe("figures a cell gives to its line", () => {
  const terms: Terms = {
    effortPmHundredths: 200,
    quantity: null,
    unit: null,
    valueCents: null,
    basis: null,
    basisNote: "",
    fromMonth: 1,
    toMonth: 6,
  };

  test("effort keeps everything else of the line; none of it takes the line off", () => {
    expect(termsWith("effort", "effort", terms, 350)).toEqual({ ...terms, effortPmHundredths: 350 });
    expect(termsWith("effort", "effort", terms, 0)).toBeNull();
    expect(termsWith("effort", "effort", terms, null)).toBeNull();
  });

  test("a value without a basis is an estimate; no cash is no line", () => {
    expect(termsWith("value", "effort", terms, 500)).toMatchObject({
      valueCents: 500,
      basis: "estimate",
      effortPmHundredths: 200,
    });
    expect(termsWith("value", "effort", { ...terms, valueCents: 500, basis: "estimate" }, null)).toEqual(terms);
    expect(termsWith("value", "cash", { ...terms, valueCents: 5 }, null)).toBeNull();
    expect(termsWith("value", "cash", terms, 5)).toMatchObject({ valueCents: 5, basis: null });
  });

  test("a new line is effort, or an estimated value in kind", () => {
    expect(newLineOf("effort", 150)).toMatchObject({
      kind: "effort",
      terms: { effortPmHundredths: 150, valueCents: null },
    });
    expect(newLineOf("value", 150)).toMatchObject({ kind: "in-kind", terms: { valueCents: 150, basis: "estimate" } });
    expect(newLineOf("effort", 0)).toBeNull();
  });
});
