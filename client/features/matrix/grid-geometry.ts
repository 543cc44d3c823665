/** Sizes of the grid in pixels. */
export const ROW_HEIGHT = 46;
export const HEAD_HEIGHT = 58;
export const NAME_WIDTH = 192;
export const TOTAL_WIDTH = 124;
const LEAST_COLUMN = 124;
const MOST_COLUMN = 200;
/** Rows and columns drawn beyond what is seen, so that scrolling does not show blanks; the range moves in steps of it. */
const STEP = 4;

/** What is drawn: rows and columns from … up to, but not including, the ends. */
export type Range = { top: number; bottom: number; left: number; right: number };
type View = { scrollTop: number; scrollLeft: number; width: number; height: number };

/** Columns share the width that is there, within reason. */
export function columnWidthIn(width: number, columns: number): number {
  const free = Math.floor((width - NAME_WIDTH - TOTAL_WIDTH - 2) / Math.max(columns, 1));
  return Math.min(Math.max(free, LEAST_COLUMN), MOST_COLUMN);
}

const low = (at: number) => Math.max(0, Math.floor(at / STEP) * STEP - STEP);
const high = (at: number, most: number) => Math.min(most, Math.ceil(at / STEP) * STEP + STEP);

/** The rows and columns to draw for what is scrolled to, in steps so that most scrolling changes nothing. */
export function rangeOf(view: View, columnWidth: number, rows: number, columns: number): Range {
  const first = { row: Math.floor(view.scrollTop / ROW_HEIGHT), column: Math.floor(view.scrollLeft / columnWidth) };
  return {
    top: low(first.row),
    bottom: high(first.row + Math.ceil(view.height / ROW_HEIGHT), rows),
    left: low(first.column),
    right: high(first.column + Math.ceil(view.width / columnWidth), columns),
  };
}

/** Indexes from `from` up to `to`, with one more that has to be there. */
export function indexes(from: number, to: number, extra: number | null): number[] {
  const found = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  if (extra === null || extra < 0 || (extra >= from && extra < to)) return found;
  return extra < from ? [extra, ...found] : [...found, extra];
}
