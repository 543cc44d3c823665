import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from "react";
import { copyBlock, pastedBlock } from "#client/features/matrix/grid-clipboard.ts";
import { blockOf, type Cursor, cursorAt, everything, movedBy, tabbed } from "#client/features/matrix/grid-keys.ts";
import { tellProblem } from "#client/features/matrix/matrix-toasts.tsx";
import type { MatrixTexts } from "#client/features/matrix/matrix-text.ts";
import type { GridCursor } from "#client/features/matrix/use-grid-cursor.ts";
import type { MatrixEdits } from "#client/features/matrix/use-matrix-edits.ts";
import { type Block, placeBlock, type Placed } from "#shared/features/matrix/block-rules.ts";
import { type CellEdit, cellProblem, currentAmount } from "#shared/features/matrix/edit-plan-rules.ts";
import { placeKey } from "#shared/features/matrix/matrix-rules.ts";
import type { Matrix, MatrixCell } from "#shared/features/matrix/matrix.ts";

type Grid = {
  matrix: Matrix;
  cells: ReadonlyMap<string, MatrixCell>;
  texts: MatrixTexts;
  edits: MatrixEdits;
  grid: GridCursor;
  onOpen: (participantId: string, columnId: string | null) => void;
};

export type Leave = "down" | "up" | "next" | "back" | "stay";

/** What keys, pointer and clipboard do in the grid, as spreadsheets do it. */
export function useGridActs({ matrix, cells, texts, edits, grid, onOpen }: Grid) {
  const { cursor, editing, size, go, setEditing } = grid;
  const { t } = texts;
  const isReadOnly = matrix.by === "period";
  const isRefused = useRef(false);

  const placeAt = (row: number, column: number) => ({
    participantId: matrix.rows[row]?.participantId ?? "",
    columnId: matrix.columns[column]?.id ?? null,
  });
  const here = placeAt(cursor.row, cursor.column);
  const cell = cells.get(placeKey(here.participantId, here.columnId));

  function edit(text?: string): void {
    const problem = cellProblem(matrix, matrix.rows[cursor.row]?.mayEdit ?? false, cell);
    if (isReadOnly) return tellProblem(t("matrix:readOnly"), t);
    // The list of the lines says why, and where they are changed.
    if (problem !== null && cell !== undefined && cell.lines.length > 0)
      return onOpen(here.participantId, here.columnId);
    if (problem !== null) return tellProblem(t(`matrix:problem.${problem}`), t);
    const amount = currentAmount(cell);
    setEditing({
      text: text ?? (amount === null ? "" : texts.write(amount)),
      isTyped: text !== undefined,
      problem: null,
    });
  }

  function leave(where: Leave): void {
    const { row, column } = cursor;
    if (where === "stay") return setEditing(null);
    const next =
      where === "down" || where === "up"
        ? cursorAt(Math.min(Math.max(row + (where === "down" ? 1 : -1), 0), size.rows - 1), column)
        : tabbed(cursor, where === "back", size);
    go(next ?? cursorAt(row, column));
  }

  function save(text: string, where: Leave): void {
    const problem = edits.type(here.participantId, here.columnId, text);
    isRefused.current = problem !== null;
    if (problem === null) leave(where);
    else setEditing({ text, isTyped: true, problem: t(`matrix:problem.${problem}`) });
  }

  const editsOf = <Value extends CellEdit["wish"]>(placed: readonly Placed<Value>[]): CellEdit[] =>
    placed.map(({ row, column, value }) => ({ ...placeAt(row, column), wish: value }));

  function fillBlock(values: readonly (readonly CellEdit["wish"][])[], block: Block): void {
    if (isReadOnly) return tellProblem(t("matrix:readOnly"), t);
    const { placed, outside } = placeBlock(values, block, size.rows, size.columns);
    edits.fill(editsOf(placed), outside);
    if (placed.length === 0) return;
    const bottom = Math.max(...placed.map(({ row }) => row));
    const right = Math.max(...placed.map(({ column }) => column));
    go({ row: block.top, column: block.left, anchor: { row: bottom, column: right } });
  }

  const clear = () => fillBlock([[{ amount: null }]], blockOf(cursor));

  function fillDown(): void {
    const block = blockOf(cursor);
    const from = block.top === block.bottom ? block.top - 1 : block.top;
    if (from < 0) return;
    const columns = Array.from({ length: block.right - block.left + 1 }, (_, at) => block.left + at);
    const first = columns.map((column) => {
      const { participantId, columnId } = placeAt(from, column);
      return { amount: currentAmount(cells.get(placeKey(participantId, columnId))) };
    });
    fillBlock([first], { ...block, top: from + 1 });
  }

  /** Keys of the grid itself; whether the key was one of them. */
  function act(event: KeyboardEvent): boolean {
    const isMod = event.ctrlKey || event.metaKey;
    const { key } = event;
    if (isMod && key.toLowerCase() === "a") go(everything(cursor, size));
    else if (isMod && key.toLowerCase() === "d") fillDown();
    else if (isMod || event.altKey) return false;
    else if (key === "Enter" || key === "F2") edit();
    else if (key === "Delete" || key === "Backspace") clear();
    else if (key === "Escape") go(cursorAt(cursor.row, cursor.column));
    else if (key === " ") onOpen(here.participantId, here.columnId);
    else if (/^[\d.,-]$/.test(key)) edit(key);
    else return false;
    return true;
  }

  function press(event: KeyboardEvent): void {
    if (editing !== null || event.nativeEvent.isComposing) return;
    if (event.key === "Tab") {
      const next = tabbed(cursor, event.shiftKey, size);
      if (next === null) return;
      event.preventDefault();
      return go(next);
    }
    const moved = event.altKey ? null : movedBy(cursor, event, size);
    if (moved !== null) go(moved);
    else if (!act(event)) return;
    event.preventDefault();
  }

  const isOutside = (event: ClipboardEvent) => editing !== null || event.target instanceof HTMLInputElement;

  function copy(event: ClipboardEvent): void {
    if (isOutside(event)) return;
    copyBlock(event.clipboardData, matrix, cells, blockOf(cursor), texts);
    event.preventDefault();
  }

  function cut(event: ClipboardEvent): void {
    if (isOutside(event)) return;
    copy(event);
    if (!isReadOnly) clear();
  }

  function paste(event: ClipboardEvent): void {
    if (isOutside(event)) return;
    event.preventDefault();
    const { texts: written, amounts } = pastedBlock(event.clipboardData, matrix);
    fillBlock(amounts?.map((row) => row.map((amount) => ({ amount }))) ?? written, blockOf(cursor));
  }

  const placeOf = (target: EventTarget): Cursor | null => {
    const element = target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null;
    const [row, column] = element?.dataset["place"]?.split(" ").map(Number) ?? [];
    return row === undefined || column === undefined ? null : cursorAt(row, column);
  };

  function point(event: PointerEvent): void {
    const place = placeOf(event.target);
    if (place === null || event.target instanceof HTMLInputElement || event.button !== 0) return;
    if (editing !== null && document.activeElement instanceof HTMLElement) {
      // Saves what is being typed; stays there when it is no amount.
      document.activeElement.blur();
      if (isRefused.current) return event.preventDefault();
    }
    go(event.shiftKey ? { ...place, anchor: cursor.anchor } : place);
  }

  function drag(event: PointerEvent): void {
    if (event.buttons !== 1 || editing !== null || event.pointerType === "touch") return;
    const place = placeOf(event.target);
    if (place === null || (place.row === cursor.row && place.column === cursor.column)) return;
    go({ ...place, anchor: cursor.anchor });
  }

  return {
    press,
    copy,
    cut,
    paste,
    point,
    drag,
    save,
    cancel: () => setEditing(null),
    openEditor: (event: MouseEvent) => {
      if (placeOf(event.target) !== null && !(event.target instanceof HTMLInputElement)) edit();
    },
  };
}
