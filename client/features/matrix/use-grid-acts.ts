import type { KeyboardEvent } from "react";
import { cursorAt, everything, movedBy, tabbed } from "#client/features/matrix/grid-keys.ts";
import { gridPointer } from "#client/features/matrix/grid-pointer.ts";
import type { MatrixTexts } from "#client/features/matrix/matrix-text.ts";
import type { GridCursor } from "#client/features/matrix/use-grid-cursor.ts";
import { useGridEditor } from "#client/features/matrix/use-grid-editor.ts";
import { useGridFill } from "#client/features/matrix/use-grid-fill.ts";
import type { MatrixEdits } from "#client/features/matrix/use-matrix-edits.ts";
import type { Matrix, MatrixCell } from "#shared/features/matrix/matrix.ts";

export type Grid = {
  matrix: Matrix;
  cells: ReadonlyMap<string, MatrixCell>;
  texts: MatrixTexts;
  edits: MatrixEdits;
  grid: GridCursor;
  onOpen: (participantId: string, columnId: string | null) => void;
};

/** What keys, pointer and clipboard do in the grid, as spreadsheets do it. */
export function useGridActs(parts: Grid) {
  const { cursor, editing, size, go, setEditing } = parts.grid;
  const editor = useGridEditor(parts);
  const { edit, save, open } = editor;
  const pointer = gridPointer(parts.grid, editor);
  const { clear, fillDown, copy, cut, paste } = useGridFill(parts);

  /** Keys of the grid that move nothing; whether the key was one of them. */
  function act({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    const isMod = ctrlKey || metaKey;
    if (isMod && key.toLowerCase() === "a") go(everything(cursor, size));
    else if (isMod && key.toLowerCase() === "d") fillDown();
    else if (isMod || altKey) return false;
    else if (key === "Enter" || key === "F2") edit();
    else if (key === "Delete" || key === "Backspace") clear();
    else if (key === "Escape") go(cursorAt(cursor.row, cursor.column));
    else if (key === " ") open();
    else if (/^[\d.,-]$/.test(key)) edit(key);
    else return false;
    return true;
  }

  function press(event: KeyboardEvent): void {
    if (editing !== null || event.nativeEvent.isComposing) return;
    const moved =
      event.key === "Tab" ? tabbed(cursor, event.shiftKey, size) : event.altKey ? null : movedBy(cursor, event, size);
    if (moved !== null) go(moved);
    else if (event.key === "Tab" || !act(event)) return;
    event.preventDefault();
  }

  return {
    save,
    cancel: () => setEditing(null),
    /** What the grid listens to. */
    listeners: {
      onKeyDown: press,
      onCopy: copy,
      onCut: cut,
      onPaste: paste,
      ...pointer,
    },
  };
}
