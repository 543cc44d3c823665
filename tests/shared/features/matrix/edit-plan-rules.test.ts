import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { notationOf, readAmount } from "#shared/features/matrix/amount-rules.ts";
import { cellProblem, currentAmount, planEdits } from "#shared/features/matrix/edit-plan-rules.ts";
import { placeKey } from "#shared/features/matrix/matrix-rules.ts";
import type { Matrix, MatrixCell, MatrixLine } from "#shared/features/matrix/matrix.ts";
import { lineActs } from "#shared/features/matrix/matrix-words.ts";

const effort = notationOf("effort", "EUR", 2);
const euros = notationOf("value", "EUR", 2);

describe("amounts as people and spreadsheets write them", () => {
  test.each([
    ["3,5", 350],
    ["3.5", 350],
    ["1 200", 120_000],
    ["1\u00a0200,25", 120_025],
    ["1,234.56", 123_456],
    ["1.234,56", 123_456],
    ["12 PM", 1_200],
    ["12pm", 1_200],
    ["7 чел.-мес.", 700],
    ["2,5 htkk", 250],
    ["0", 0],
    ["", null],
    [" – ", null],
  ])("%j is %j hundredths", (text, amount) => {
    expect(readAmount(text, effort)).toBe(amount);
  });

  test.each(["abc", "1,000", "-3", "3.555", "12 €", "PM", "1 2x", "99999999999", "=1+1", "1e5"])(
    "%j is no effort",
    (text) => {
      expect(readAmount(text, effort)).toBeUndefined();
    },
  );

  test("money takes its own currency and no other", () => {
    expect(readAmount("€ 5", euros)).toBe(500);
    expect(readAmount("5 eur", euros)).toBe(500);
    expect(readAmount("1,234,567", euros)).toBe(123_456_700);
    expect(readAmount("5 USD", euros)).toBeUndefined();
    expect(readAmount("5.5", notationOf("value", "JPY", 0))).toBeUndefined();
  });
});

const line = (parts: Partial<MatrixLine> = {}): MatrixLine => ({
  id: "line",
  version: 3,
  title: "Engineers",
  kind: "effort",
  state: "agreed",
  amount: 1_200,
  amendment: null,
  act: "amend",
  problem: null,
  mayClear: true,
  ...parts,
});

const sum = { agreed: 0, open: 0 };

function matrixOf(cells: MatrixCell[], parts: Partial<Matrix> = {}): Matrix {
  return {
    projectId: "p",
    measure: "effort",
    by: "project",
    currency: "EUR",
    rows: [
      { participantId: "own", number: 1, name: "Own", own: true, mayEdit: true, sum },
      { participantId: "other", number: 2, name: "Other", own: false, mayEdit: false, sum },
    ],
    columns: [{ id: "s", code: "S1", title: "Heat", months: null, sum }],
    cells,
    total: sum,
    locked: false,
    ...parts,
  };
}

const cell = (lines: MatrixLine[], parts: Partial<MatrixCell> = {}): MatrixCell => ({
  participantId: "own",
  columnId: "s",
  agreed: 0,
  open: 0,
  lines,
  ...parts,
});

const typed = (matrix: Matrix, wish: string, participantId = "own") =>
  planEdits(matrix, [{ participantId, columnId: "s", wish }], effort);

describe("the plan of an edit", () => {
  test("an empty cell proposes a line; blanks and zeros in it change nothing", () => {
    expect(typed(matrixOf([]), "3,5").writes).toEqual([
      { act: "propose", write: { participantId: "own", streamId: "s", amount: 350, line: null, amendment: null } },
    ]);
    expect(typed(matrixOf([]), "").same).toBe(1);
    expect(typed(matrixOf([]), "0").same).toBe(1);
  });

  test("one line is changed by its own act, and named with the version that was seen", () => {
    for (const act of lineActs) {
      const [planned] = typed(matrixOf([cell([line({ act })])]), "14").writes;
      expect(planned).toMatchObject({ act, write: { amount: 1_400, line: { id: "line", version: 3 } } });
    }
    expect(typed(matrixOf([cell([line()])]), "12").same).toBe(1);
  });

  test("an own proposed change is what the cell says: the same again changes nothing, the agreed figure takes it back", () => {
    const amendment = { id: "a", version: 2, side: "member", kind: "change", amount: 1_400 } as const;
    const matrix = matrixOf([cell([line({ act: "reword", amendment })], { agreed: 1_200 })]);
    expect(currentAmount(matrix.cells[0])).toBe(1_400);
    expect(typed(matrix, "14").same).toBe(1);
    expect(typed(matrix, "12").writes[0]).toMatchObject({
      act: "reword",
      write: { amendment: { id: "a", version: 2 } },
    });
  });

  test("problems: several lines, others' rows, answers due, what the other side alone takes back, closed projects, texts", () => {
    const several = matrixOf([cell([line(), line({ id: "second" })])]);
    expect(typed(several, "3").refused[0]?.problem).toBe("several");
    expect(typed(matrixOf([]), "3", "other").refused[0]?.problem).toBe("not-yours");
    const waiting = line({ act: null, problem: "waiting" });
    expect(typed(matrixOf([cell([waiting])]), "3").refused[0]?.problem).toBe("waiting");
    expect(typed(matrixOf([cell([line({ mayClear: false })])]), "").refused[0]?.problem).toBe("not-clearable");
    expect(typed(matrixOf([], { locked: true }), "3").refused[0]?.problem).toBe("locked");
    expect(typed(matrixOf([], { by: "period" }), "3").refused[0]?.problem).toBe("locked");
    expect(typed(matrixOf([]), "many").refused[0]).toMatchObject({ problem: "unreadable", text: "many" });
  });

  test("a value of zero is told, no value is none", () => {
    const matrix = matrixOf([cell([line({ kind: "in-kind", amount: 500 })])], { measure: "value" });
    const plan = (wish: string) => planEdits(matrix, [{ participantId: "own", columnId: "s", wish }], euros).writes[0];
    expect(plan("0")?.act).toBe("amend");
    expect(plan("")?.act).toBe("clear");
  });

  test("every edit has exactly one fate, and a confidential cell of others is never written", () => {
    const wishes = fc.oneof(
      fc.constantFrom("", "3,5", "x", "12", "0"),
      fc.record({ amount: fc.option(fc.nat(9_999), { nil: null }) }),
    );
    const lines = fc.array(
      fc.record({
        act: fc.option(fc.constantFrom(...lineActs), { nil: null }),
        mayClear: fc.boolean(),
        amount: fc.option(fc.nat(9_999), { nil: null }),
      }),
      { maxLength: 3 },
    );
    const edit = fc.record({ participantId: fc.constantFrom("own", "other", "unknown"), wish: wishes });
    fc.assert(
      fc.property(lines, fc.array(edit, { maxLength: 8 }), fc.boolean(), (found, edits, locked) => {
        const matrix = matrixOf([cell(found.map((each, at) => line({ ...each, id: `l${at}` })))], { locked });
        const plan = planEdits(
          matrix,
          edits.map((each) => ({ ...each, columnId: "s" })),
          effort,
        );
        expect(plan.writes.length + plan.refused.length + plan.same).toBe(edits.length);
        for (const { write } of plan.writes) {
          expect(write.participantId).toBe("own");
          expect(
            cellProblem(
              matrix,
              true,
              matrix.cells.find((each) => placeKey(each.participantId, each.columnId) === placeKey("own", "s")),
            ),
          ).toBeNull();
          expect(Number.isSafeInteger(write.amount ?? 0)).toBe(true);
        }
      }),
    );
  });
});
