import type { TFunction } from "i18next";
import { formatDecimal } from "#client/lib/format.ts";
import { minorPlaces } from "#shared/currency.ts";
import { type AmountNotation, notationOf } from "#shared/features/matrix/amount-rules.ts";
import { wishedAmount } from "#shared/features/matrix/matrix-rules.ts";
import type { Matrix, MatrixCell, MatrixColumn, MatrixRow, MatrixSum } from "#shared/features/matrix/matrix.ts";
import { formatScaled } from "#shared/scaled.ts";

/** How a matrix writes its amounts in a language. */
export type MatrixTexts = {
  notation: AmountNotation;
  /** With grouping, to be read. */
  show: (amount: number) => string;
  /** Without grouping, to be edited and copied to a spreadsheet. */
  write: (amount: number) => string;
  column: (column: MatrixColumn) => string;
  t: TFunction;
};

/** An exact decimal with a dot and without zeros at its end. */
function plain(amount: number, places: number): string {
  const text = formatScaled(amount, places);
  return places === 0 ? text : text.replace(/\.?0+$/, "");
}

/** Makes the texts of a matrix. */
export function matrixTexts(
  { measure, currency }: Pick<Matrix, "measure" | "currency">,
  t: TFunction,
  language: string,
): MatrixTexts {
  const places = measure === "effort" ? 2 : minorPlaces(currency);
  const sign = formatDecimal("0.5", language).includes(",") ? "," : ".";
  return {
    notation: notationOf(measure, currency, places),
    show: (amount) => formatDecimal(plain(amount, places), language),
    write: (amount) => plain(amount, places).replace(".", sign),
    column: ({ id, code, title, months }) => {
      if (months !== null) return t("matrix:period", { number: code });
      return id === null ? t("matrix:wholeProject") : `${code} ${title}`;
    },
    t,
  };
}

/** What stands in a cell: its agreed figure, and below it what is open, in words. */
export type CellFace = { figure: string; note: string; tone: "plain" | "open" | "amended" | "confidential" | "blank" };

/** The face of a cell; colour and pattern only repeat what the words say. */
export function faceOf(cell: MatrixCell | undefined, told: MatrixSum, texts: MatrixTexts): CellFace {
  const { show, t } = texts;
  const lines = cell?.lines ?? [];
  const many = lines.length > 1 ? t("matrix:lines", { count: lines.length }) : "";
  if (told.agreed === null) return { figure: "", note: t("common:confidential"), tone: "confidential" };
  const changed = lines.filter(({ amendment }) => amendment !== null);
  if (changed.length > 0) {
    const after = lines
      .filter(({ state }) => state === "agreed")
      .reduce((sum, line) => sum + (wishedAmount(line) ?? 0), 0);
    const note =
      after === told.agreed ? t("matrix:changeProposed") : t("matrix:proposedInstead", { amount: show(after) });
    return { figure: show(told.agreed), note: joined(note, many), tone: "amended" };
  }
  if (told.open > 0) {
    const note = told.agreed > 0 ? t("matrix:plusProposed", { amount: show(told.open) }) : t("matrix:proposed");
    return { figure: show(told.agreed > 0 ? told.agreed : told.open), note: joined(note, many), tone: "open" };
  }
  if (lines.length === 0 && told.agreed === 0) return { figure: "", note: "", tone: "blank" };
  const hasAmount = told.agreed > 0 || lines.some(({ amount }) => amount !== null);
  return { figure: hasAmount ? show(told.agreed) : "", note: hasAmount ? many : t("matrix:noAmount"), tone: "plain" };
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

/** A total with what is open beside it. */
export function sumText({ agreed, open }: MatrixSum, { show, t }: MatrixTexts): { figure: string; note: string } {
  return {
    figure: agreed === null ? t("common:confidential") : show(agreed),
    note: open > 0 ? t("matrix:plusProposed", { amount: show(open) }) : "",
  };
}

/** Rows as people speak of them: number and name. */
export function rowText({ number, name }: MatrixRow): string {
  return `${number} ${name}`;
}
