import { importLimits, ImportRefusal } from "#server/imports/import-limits.ts";
import type { ReadFile } from "#server/imports/source-table.ts";

const separators = [";", ",", "\t", "|"] as const;

/**
 * Reads a CSV file; encoding and separator are recognised. A file that keeps to RFC 4180 is read by it. In CORDIS
 * exports a field that begins with a quote is under-escaped, and a standard reader would lose a character: where every
 * field is quoted, such a file is split on the quotes around the separator, else read with quotes that stand for themselves. Faults: BAD_QUOTES, LINE_TOO_LONG, TOO_MANY_ROWS, TOO_MANY_COLUMNS, FILE_DAMAGED.
 */
export function readCsv(bytes: Buffer): ReadFile {
  const { text, encoding } = decode(bytes);
  if (text.includes("\0")) throw new ImportRefusal("FILE_DAMAGED");
  const separator = separatorOf(text);
  const records = standardRecords(text, separator) ??
    quotedRecords(text, separator) ?? [...plainRecords(text, separator, false)];
  if (records.length > importLimits.rows) throw new ImportRefusal("TOO_MANY_ROWS", { row: importLimits.rows + 1 });
  const rows = records.map((cells, index) => ({ row: index + 1, cells: cells.map(withoutApostrophe) }));
  const wide = rows.find(({ cells }) => cells.length > importLimits.columns);
  if (wide) throw new ImportRefusal("TOO_MANY_COLUMNS", { row: wide.row });
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
  const odd = filled.find(({ cells }) => cells.length !== filled[0]?.cells.length);
  // One quote too many or too few shifts what stands where: nothing of such a file can be trusted.
  if (odd) throw new ImportRefusal("WRONG_FIELD_COUNT", { row: odd.row });
  return { encoding, separator, tables: [{ sheet: null, rows: filled, formulas: [] }] };
}

function decode(bytes: Buffer): { text: string; encoding: string } {
  const starts = (...signs: number[]) => signs.every((sign, index) => bytes[index] === sign);
  const as = (encoding: string) => new TextDecoder(encoding).decode(bytes);
  if (starts(0xff, 0xfe)) return { text: as("utf-16le"), encoding: "UTF-16 LE" };
  if (starts(0xfe, 0xff)) return { text: as("utf-16be"), encoding: "UTF-16 BE" };
  const hasBom = starts(0xef, 0xbb, 0xbf);
  if (!hasBom && bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0)
    return { text: as("utf-16le"), encoding: "UTF-16 LE" };
  if (!hasBom && bytes.length > 3 && bytes[0] === 0 && bytes[2] === 0)
    return { text: as("utf-16be"), encoding: "UTF-16 BE" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: hasBom ? "UTF-8 BOM" : "UTF-8" };
  } catch {
    return { text: as("windows-1252"), encoding: "Windows-1252" };
  }
}

/** The sign that stands most often outside of quotes in the header; a comma when none does. */
function separatorOf(text: string): string {
  const end = /\r?\n|\r/.exec(text)?.index ?? text.length;
  const header = text.slice(0, Math.min(end, importLimits.recordCharacters)).replaceAll(/"[^"]*"/g, "");
  const counts = separators.map((sign) => ({ sign, count: header.split(sign).length - 1 }));
  const best = counts.reduce((most, each) => (each.count > most.count ? each : most));
  return best.count === 0 ? "," : best.sign;
}

/** The records of a file that keeps to RFC 4180 and has as many fields in each; null for any other. */
function standardRecords(text: string, separator: string): string[][] | null {
  const records: string[][] = [];
  try {
    for (const fields of plainRecords(text, separator, true)) records.push(fields);
  } catch (error) {
    if (error instanceof ImportRefusal && error.appCode === "BAD_QUOTES") return null;
    throw error;
  }
  const filled = records.filter((fields) => fields.some((field) => field !== ""));
  return filled.every((fields) => fields.length === filled[0]?.length) ? records : null;
}

/** The records of a file in which every field is quoted (the header perhaps not); null for any other file. */
function quotedRecords(text: string, separator: string): string[][] | null {
  const trimmed = text.replace(/(?:\r?\n)+$/, "");
  const headerEnd = /\r?\n/.exec(trimmed);
  const between = `"${separator}"`;
  if (!headerEnd || !trimmed.endsWith('"')) return null;
  const header = trimmed.slice(0, headerEnd.index);
  const body = trimmed.slice(headerEnd.index + headerEnd[0].length);
  const names = header.startsWith('"') ? header.slice(1, -1).split(between) : header.split(separator);
  if (!body.startsWith('"')) return null;
  const records = body
    .slice(1, -1)
    .split(/"\r?\n"/)
    .map((record) => checked(record).split(between));
  if (!records.every((fields) => fields.length === names.length)) return null;
  return [names, ...records.map((fields) => fields.map((field) => field.replaceAll('""', '"')))];
}

function checked(record: string, row: number | null = null): string {
  if (record.length > importLimits.recordCharacters) throw new ImportRefusal("LINE_TOO_LONG", { row });
  return record;
}

/**
 * RFC 4180; unless `isStrict`, a quote inside of a quoted field which neither closes it nor is doubled stands for
 * itself: so a field that begins with an under-escaped quote keeps it.
 */
function* plainRecords(text: string, separator: string, isStrict: boolean): Generator<string[]> {
  let fields: string[] = [];
  let row = 1;
  let at = 0;
  let start = 0;
  const ends = (index: number) =>
    index >= text.length || text[index] === separator || text[index] === "\n" || text[index] === "\r";
  while (at < text.length) {
    if (text[at] === '"') {
      const field = quotedField(text, at, ends, { row, isStrict });
      fields.push(field.value);
      at = field.end;
    } else {
      const from = at;
      while (!ends(at)) at += 1;
      const field = text.slice(from, at);
      if (isStrict && field.includes('"')) throw new ImportRefusal("BAD_QUOTES", { row });
      fields.push(field);
    }
    checked(text.slice(start, at), row);
    if (text[at] === separator) {
      at += 1;
      // A separator at the very end is followed by an empty field.
      if (!(at >= text.length || text[at] === "\n" || text[at] === "\r")) continue;
      fields.push("");
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    at += 1;
    start = at;
    yield fields;
    fields = [];
    row += 1;
    if (row > importLimits.rows + 1) throw new ImportRefusal("TOO_MANY_ROWS", { row });
  }
}

function quotedField(
  text: string,
  open: number,
  ends: (index: number) => boolean,
  { row, isStrict }: { row: number; isStrict: boolean },
): { value: string; end: number } {
  let value = "";
  let from = open + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) throw new ImportRefusal("BAD_QUOTES", { row });
    value += text.slice(from, quote);
    if (ends(quote + 1)) return { value, end: quote + 1 };
    if (isStrict && text[quote + 1] !== '"') throw new ImportRefusal("BAD_QUOTES", { row });
    value += '"';
    from = quote + (text[quote + 1] === '"' ? 2 : 1);
    if (value.length > importLimits.recordCharacters) throw new ImportRefusal("LINE_TOO_LONG", { row });
  }
}

// The apostrophe that our own CSV export, and others, put before what a spreadsheet would take for a formula.
function withoutApostrophe(cell: string): string {
  return /^'[=+\-@\t\r\n\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}]/u.test(cell) ? cell.slice(1) : cell;
}
