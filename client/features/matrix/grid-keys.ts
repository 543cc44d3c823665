import type { Block } from "#shared/features/matrix/block-rules.ts";

export type Place = { row: number; column: number };
/** The active cell, and the cell a block was begun at (the same one when a single cell is chosen). */
export type Cursor = Place & { anchor: Place };
export type Size = { rows: number; columns: number };

type Press = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean };

const PAGE = 10;

/** The cursor on one cell. */
export function cursorAt(row: number, column: number): Cursor {
  return { row, column, anchor: { row, column } };
}

/** The block between the active cell and its anchor. */
export function blockOf({ row, column, anchor }: Cursor): Block {
  return {
    top: Math.min(row, anchor.row),
    bottom: Math.max(row, anchor.row),
    left: Math.min(column, anchor.column),
    right: Math.max(column, anchor.column),
  };
}

/** Where a key of a spreadsheet leads; null when the key moves nothing. Shift keeps the anchor and so extends the block. */
export function movedBy(cursor: Cursor, press: Press, size: Size): Cursor | null {
  const target = targetOf(cursor, press, size);
  if (target === null) return null;
  const row = Math.min(Math.max(target.row, 0), size.rows - 1);
  const column = Math.min(Math.max(target.column, 0), size.columns - 1);
  return press.shiftKey ? { row, column, anchor: cursor.anchor } : cursorAt(row, column);
}

function targetOf({ row, column }: Place, press: Press, { rows, columns }: Size): Place | null {
  const isFar = press.ctrlKey || press.metaKey;
  switch (press.key) {
    case "ArrowUp":
      return { row: isFar ? 0 : row - 1, column };
    case "ArrowDown":
      return { row: isFar ? rows - 1 : row + 1, column };
    case "ArrowLeft":
      return { row, column: isFar ? 0 : column - 1 };
    case "ArrowRight":
      return { row, column: isFar ? columns - 1 : column + 1 };
    case "Home":
      return { row: isFar ? 0 : row, column: 0 };
    case "End":
      return { row: isFar ? rows - 1 : row, column: columns - 1 };
    case "PageUp":
      return { row: row - PAGE, column };
    case "PageDown":
      return { row: row + PAGE, column };
    default:
      return null;
  }
}

/** The next cell of Tab, from the end of a row to the next one; null at the end of the grid, where Tab leaves it. */
export function tabbed({ row, column }: Place, isBack: boolean, { rows, columns }: Size): Cursor | null {
  const at = row * columns + column + (isBack ? -1 : 1);
  return at < 0 || at >= rows * columns ? null : cursorAt(Math.floor(at / columns), at % columns);
}

/** Everything, as Ctrl+A chooses it. */
export function everything(cursor: Place, { rows, columns }: Size): Cursor {
  return rows === 0 || columns === 0
    ? cursorAt(cursor.row, cursor.column)
    : { row: rows - 1, column: columns - 1, anchor: { row: 0, column: 0 } };
}
