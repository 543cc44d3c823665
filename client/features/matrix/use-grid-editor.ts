import { useRef } from "react";
import { cursorAt, tabbed } from "#client/features/matrix/grid-keys.ts";
import { tellProblem } from "#client/features/matrix/matrix-toasts.tsx";
import type { Grid } from "#client/features/matrix/use-grid-acts.ts";
import { cellProblem, currentAmount } from "#shared/features/matrix/edit-plan-rules.ts";
import { placeKey } from "#shared/features/matrix/matrix-rules.ts";

/** Where the cursor goes once the editor has saved. */
export type Leave = "down" | "up" | "next" | "back" | "stay";

/** Opens the editor on the active cell and takes what was typed; cells that take nothing say why, or open their lines. */
export function useGridEditor({ matrix, cells, texts, edits, grid, onOpen }: Grid) {
  const { cursor, size, go, setEditing } = grid;
  const { t } = texts;
  const isRefused = useRef(false);
  const participantId = matrix.rows[cursor.row]?.participantId ?? "";
  const columnId = matrix.columns[cursor.column]?.id ?? null;
  const cell = cells.get(placeKey(participantId, columnId));

  function edit(text?: string): void {
    if (matrix.by === "period") return tellProblem(t("matrix:readOnly"), t);
    const problem = cellProblem(matrix, matrix.rows[cursor.row]?.mayEdit ?? false, cell);
    // The list of the lines says why, and where they are changed.
    if (problem !== null && cell !== undefined && cell.lines.length > 0) return onOpen(participantId, columnId);
    if (problem !== null) return tellProblem(t(`matrix:problem.${problem}`), t);
    const amount = currentAmount(cell);
    const present = amount === null ? "" : texts.write(amount);
    setEditing({ text: text ?? present, isTyped: text !== undefined, problem: null });
  }

  function leave(where: Leave): void {
    if (where === "stay") return setEditing(null);
    const { row, column } = cursor;
    if (where === "next" || where === "back")
      return go(tabbed(cursor, where === "back", size) ?? cursorAt(row, column));
    go(cursorAt(Math.min(Math.max(row + (where === "down" ? 1 : -1), 0), size.rows - 1), column));
  }

  function save(text: string, where: Leave): void {
    const problem = edits.type(participantId, columnId, text);
    isRefused.current = problem !== null;
    if (problem === null) leave(where);
    else setEditing({ text, isTyped: true, problem: t(`matrix:problem.${problem}`) });
  }

  return {
    edit,
    save,
    open: () => onOpen(participantId, columnId),
    /** What was typed last was no amount and is still being edited. */
    isStuck: () => isRefused.current,
  };
}

export type GridEditor = ReturnType<typeof useGridEditor>;
