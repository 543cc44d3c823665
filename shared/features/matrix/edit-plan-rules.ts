import type { LineRef } from "../contributions/contribution.ts";
import type { CellWrite, Matrix, MatrixCell, MatrixLine } from "./matrix.ts";
import { type AmountNotation, readAmount } from "./amount-rules.ts";
import { cellsByPlace, isTakenOff, placeKey, wishedAmount } from "./matrix-rules.ts";
import type { CellAct, CellProblem } from "./matrix-words.ts";

/** A cell as somebody wants it: a text to be read, or an exact amount (null clears). */
export type CellEdit = { participantId: string; columnId: string | null; wish: string | { amount: number | null } };

export type PlannedWrite = { act: CellAct; write: CellWrite };
export type RefusedEdit = { participantId: string; columnId: string | null; text: string; problem: CellProblem };

/** What edits will do: the writes with their act, the refused ones with their problem, and how many change nothing. */
export type EditPlan = { writes: PlannedWrite[]; refused: RefusedEdit[]; same: number };

/**
 * Judges each edit by itself before anything is sent: whose cell it is, how many lines stand in it, what the text says and
 * what the ledger's rules make of it. The server judges again by the same rules.
 */
export function planEdits(matrix: Matrix, edits: readonly CellEdit[], notation: AmountNotation): EditPlan {
  const cells = cellsByPlace(matrix);
  const rows = new Map(matrix.rows.map((row) => [row.participantId, row]));
  const plan: EditPlan = { writes: [], refused: [], same: 0 };
  for (const edit of edits) {
    const { participantId, columnId, wish } = edit;
    const cell = cells.get(placeKey(participantId, columnId));
    const amount = typeof wish === "string" ? readAmount(wish, notation) : wish.amount;
    const mayEdit = rows.get(participantId)?.mayEdit === true;
    const found = judge(matrix, mayEdit, cell, amount);
    if ("problem" in found) {
      // Nothing was wanted where nothing stands: blanks of a pasted block are no mistakes.
      if (amount === null && currentAmount(cell) === null) plan.same += 1;
      else plan.refused.push({ participantId, columnId, text: textOf(wish), problem: found.problem });
    } else if (found.act === null) plan.same += 1;
    else plan.writes.push({ act: found.act, write: writeOf(edit, cell, amount ?? null) });
  }
  return plan;
}

type Judged = { problem: CellProblem } | { act: CellAct | null };

function judge(
  matrix: Matrix,
  mayEdit: boolean,
  cell: MatrixCell | undefined,
  amount: number | null | undefined,
): Judged {
  const problem = cellProblem(matrix, mayEdit, cell);
  if (problem !== null) return { problem };
  if (amount === undefined) return { problem: "unreadable" };
  const line = cell?.lines[0];
  if (line === undefined) return { act: isNothing(matrix, amount) ? null : "propose" };
  if (isSame(matrix, line, amount)) return { act: null };
  if (line.act === null) return { problem: line.problem ?? "not-yours" };
  if (!isTakenOff(matrix.measure, line.kind, amount)) return { act: amount === null ? "clear" : line.act };
  return line.mayClear ? { act: "clear" } : { problem: "not-clearable" };
}

/** Why nothing can be typed into a cell at all; null when something can. Several lines are changed one by one in their list. */
export function cellProblem(matrix: Matrix, mayEdit: boolean, cell: MatrixCell | undefined): CellProblem | null {
  if (matrix.by === "period" || matrix.locked) return "locked";
  if (!mayEdit) return "not-yours";
  if (cell === undefined || cell.lines.length === 0) return null;
  const [line, ...others] = cell.lines;
  if (others.length > 0) return "several";
  return line?.act === null ? (line.problem ?? "not-yours") : null;
}

/** What a cell comes to with everything that is open in it, and so what is copied from it; null: nothing, or nothing told. */
export function currentAmount(cell: MatrixCell | undefined): number | null {
  if (cell === undefined || cell.lines.length === 0 || cell.agreed === null) return null;
  const amounts = cell.lines.map(wishedAmount).filter((amount) => amount !== null);
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0);
}

// Nothing and 0 person-months are one; a value of 0 is told, and so not the same as none.
function isNothing(matrix: Matrix, amount: number | null): boolean {
  return amount === null || (matrix.measure === "effort" && amount === 0);
}

function isSame(matrix: Matrix, line: MatrixLine, amount: number | null): boolean {
  const wished = wishedAmount(line);
  return amount === wished || (isNothing(matrix, amount) && isNothing(matrix, wished));
}

function writeOf(
  { participantId, columnId }: CellEdit,
  cell: MatrixCell | undefined,
  amount: number | null,
): CellWrite {
  const line = cell?.lines[0];
  return { participantId, streamId: columnId, amount, line: refOf(line), amendment: refOf(line?.amendment) };
}

function refOf(row: LineRef | null | undefined): LineRef | null {
  return row ? { id: row.id, version: row.version } : null;
}

function textOf(wish: CellEdit["wish"]): string {
  return typeof wish === "string" ? wish : wish.amount === null ? "" : String(wish.amount);
}
