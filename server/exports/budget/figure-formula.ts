import type { FigureName } from "#shared/features/budget/budget-words.ts";
import type { Figure } from "#shared/features/budget/figure.ts";

type BudgetFigure = Figure<FigureName>;

/** Where a workbook already shows a figure, and where the lines stand. */
export type FigurePlaces = {
  /** A1 reference of a figure that has a cell of its own. */
  cellOf: (figure: BudgetFigure) => string | undefined;
  /** Row of a line on the sheet of lines, from 1. */
  lineRow: (id: string) => number | undefined;
  /** The column of amounts there with its sheet, as "'Lines'!$I". */
  lineColumn: string;
  /** Minor units in one of the currency. */
  minor: number;
};

// Excel takes 8 192 characters.
const LONGEST = 8_000;

/**
 * The formula that makes a figure in a workbook from the cells of its operands, or null where it is no calculation or too
 * long for a cell. Made of places, rates and amounts alone: no text anybody wrote can enter it. Rates count whole minor
 * units, so that a spreadsheet's binary numbers round like the program's integers.
 */
export function formulaOf(figure: BudgetFigure, places: FigurePlaces): string | null {
  if (figure.how === "entered" && figure.source === undefined) return null;
  const formula = expand(figure, places, true);
  return formula === null || formula.length > LONGEST ? null : formula;
}

function expand(figure: BudgetFigure, places: FigurePlaces, isOutermost: boolean): string | null {
  const { minor } = places;
  const place = isOutermost ? undefined : places.cellOf(figure);
  if (place !== undefined) return place;
  switch (figure.how) {
    case "entered":
    case "product": {
      if (figure.source === undefined) return String(figure.cents / minor);
      const row = places.lineRow(figure.source);
      return row === undefined ? null : `${places.lineColumn}$${row}`;
    }
    case "sum":
      return sumOf(figure.of, places);
    case "rate": {
      const base = expand(figure.of, places, false);
      if (base === null) return null;
      const counted = `ROUND((${base})*${minor},0)*${figure.rateBp}/10000`;
      return figure.rounding === "half-up" ? `ROUND(${counted},0)/${minor}` : `INT(${counted})/${minor}`;
    }
    case "difference": {
      const parts = [figure.from, ...figure.minus].map((each) => expand(each, places, false));
      return parts.includes(null) ? null : parts.map((each) => `(${each})`).join("-");
    }
    case "part":
      return null;
  }
}

/** Lines that stand one below the other become a range. */
function sumOf(of: readonly BudgetFigure[], places: FigurePlaces): string | null {
  const rows = of.flatMap((each) => {
    const source = "source" in each && places.cellOf(each) === undefined ? each.source : undefined;
    return source === undefined ? [] : (places.lineRow(source) ?? []);
  });
  const { lineColumn } = places;
  if (of.length > 0 && rows.length === of.length) {
    const runs: { from: number; to: number }[] = [];
    for (const row of rows.toSorted((left, right) => left - right)) {
      const run = runs.at(-1);
      if (run && run.to + 1 === row) run.to = row;
      else runs.push({ from: row, to: row });
    }
    const [, column = ""] = lineColumn.split("!");
    return `SUM(${runs.map(({ from, to }) => `${lineColumn}$${from}:${column}$${to}`).join(",")})`;
  }
  const parts = of.map((each) => expand(each, places, false));
  if (parts.includes(null)) return null;
  return parts.length === 0 ? "0" : parts.map((each) => (each?.includes("-") ? `(${each})` : each)).join("+");
}
