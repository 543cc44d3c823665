import { unzipSync, zipSync } from "fflate";

// ZIP entries carry a local time without zone; the first moment the format knows is the same everywhere.
const entryTime = new Date(1980, 0, 1);

/**
 * Packs an Office file again with fixed entry times and order, so that equal contents are equal bytes; files packed
 * inside it (a chart's workbook) too. `edit` may replace single parts.
 */
export function repack(
  archive: Uint8Array,
  edit: (path: string, part: Uint8Array) => Uint8Array,
): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(archive);
  const sorted: Record<string, Uint8Array> = {};
  // The content types come first, as the Open Packaging Conventions' readers expect.
  const first = "[Content_Types].xml";
  const paths = Object.keys(parts).toSorted((left, right) => rank(left) - rank(right) || (left < right ? -1 : 1));
  for (const path of paths) {
    const part = parts[path] ?? new Uint8Array();
    sorted[path] = path.endsWith(".xlsx") ? repack(part, edit) : edit(path, part);
  }
  return zipSync(sorted, { level: 6, mtime: entryTime });

  function rank(path: string): number {
    return path === first ? 0 : 1;
  }
}

/** Edits a part as text. */
export function editText(part: Uint8Array, edit: (text: string) => string): Uint8Array {
  return new TextEncoder().encode(edit(new TextDecoder().decode(part)));
}
