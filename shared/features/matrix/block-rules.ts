/** A block of cells by the positions of its corners, both within. */
export type Block = { top: number; left: number; bottom: number; right: number };

/** A value for one cell of the grid. */
export type Placed<Value> = { row: number; column: number; value: Value };

/** Rows of texts as they stand on the clipboard between spreadsheets: tabs and lines, quoted where a text holds one of them. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  const source = text.replaceAll(/\r\n?/g, "\n").replace(/\n$/, "");
  let at = 0;
  while (at <= source.length) {
    const { value, next } = source[at] === '"' ? quotedAt(source, at) : plainAt(source, at);
    rows.at(-1)?.push(value);
    if (next >= source.length) break;
    if (source[next] === "\n") rows.push([]);
    at = next + 1;
  }
  return rows;
}

type Found = { value: string; next: number };

function plainAt(source: string, from: number): Found {
  let next = from;
  while (next < source.length && source[next] !== "\t" && source[next] !== "\n") next += 1;
  return { value: source.slice(from, next), next };
}

function quotedAt(source: string, from: number): Found {
  let value = "";
  let next = from + 1;
  while (next < source.length) {
    if (source[next] !== '"') value += source[next];
    else if (source[next + 1] === '"') {
      value += '"';
      next += 1;
    } else {
      const isEnd = next + 1 >= source.length || source[next + 1] === "\t" || source[next + 1] === "\n";
      return isEnd ? { value, next: next + 1 } : plainAt(source, from);
    }
    next += 1;
  }
  return plainAt(source, from);
}

/** The same the other way. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(fieldOf).join("\t")).join("\n");
}

/** The same as a table in HTML, which spreadsheets prefer. */
export function writeHtmlBlock(rows: readonly (readonly string[])[]): string {
  return `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join("")}</tr>`).join("")}</table>`;
}

function fieldOf(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * Where pasted values go: one value fills the chosen block, a row or block that fits into it evenly is repeated, anything else
 * starts at its corner. What lies beyond the grid of `rows` × `columns` is counted, not placed.
 */
export function placeBlock<Value>(
  values: readonly (readonly Value[])[],
  chosen: Block,
  rows: number,
  columns: number,
): { placed: Placed<Value>[]; outside: number } {
  const height = values.length;
  const width = Math.max(0, ...values.map((row) => row.length));
  if (height === 0 || width === 0) return { placed: [], outside: 0 };
  const tall = chosen.bottom - chosen.top + 1;
  const wide = chosen.right - chosen.left + 1;
  const isEven = tall % height === 0 && wide % width === 0;
  const [down, across] = isEven ? [tall, wide] : [height, width];
  const placed: Placed<Value>[] = [];
  let outside = 0;
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      const value = values[y % height]?.[x % width];
      if (value === undefined) continue;
      const [row, column] = [chosen.top + y, chosen.left + x];
      if (row < rows && column < columns) placed.push({ row, column, value });
      else outside += 1;
    }
  return { placed, outside };
}
