import { useCallback, useState } from "react";
import { type Cursor, cursorAt, type Place, type Size } from "#client/features/matrix/grid-keys.ts";

/** What is being typed into the active cell; `problem` is why it was not taken. */
export type Editing = { text: string; isTyped: boolean; problem: string | null };

/** The active cell, the chosen block and the open editor of a grid. */
export function useGridCursor(size: Size, reveal: (place: Place) => void) {
  const [given, setCursor] = useState<Cursor>(() => cursorAt(0, 0));
  const [editing, setEditing] = useState<Editing | null>(null);
  // Rows and columns may have gone meanwhile.
  const within = ({ row, column }: Place) => ({
    row: Math.max(0, Math.min(row, size.rows - 1)),
    column: Math.max(0, Math.min(column, size.columns - 1)),
  });
  const cursor = { ...within(given), anchor: within(given.anchor) };
  const go = useCallback(
    (next: Cursor) => {
      setEditing(null);
      setCursor(next);
      reveal(next);
    },
    [reveal],
  );
  return { size, cursor, go, editing, setEditing };
}

export type GridCursor = ReturnType<typeof useGridCursor>;
