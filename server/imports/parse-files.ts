import type { ParsedImport, RecognisedFile } from "#shared/features/imports/consortium.ts";

import { assembleConsortia } from "./consortia-assembly.ts";
import { checkConsortia } from "./consortia-check.ts";
import { readCsv } from "./formats/csv-import.ts";
import { readProjectFile } from "./formats/json-import.ts";
import { readWorkbook } from "./formats/xlsx-import.ts";
import { readCordisXml } from "./formats/xml-import.ts";
import { importLimits, ImportRefusal } from "./import-limits.ts";
import { ProblemList } from "./problem-list.ts";
import type { SourceRecord } from "./source-record.ts";
import { recordsOf } from "./table-records.ts";

/** A file as it was uploaded; the type is told by its content, never by its name. */
export type ImportSource = { name: string; bytes: Uint8Array };

type Gathered = {
  files: RecognisedFile[];
  records: SourceRecord[];
  projectFiles: ParsedImport["projectFiles"];
  problems: ProblemList;
};

/** Reads all files of one import, given in any order, into one model. Pure but for its work; runs in a process of its own. */
export async function parseFiles(sources: readonly ImportSource[]): Promise<ParsedImport> {
  const gathered: Gathered = { files: [], records: [], projectFiles: [], problems: new ProblemList() };
  for (const source of sources) {
    try {
      await parseFile(source, gathered);
    } catch (error) {
      if (!(error instanceof ImportRefusal)) throw error;
      gathered.problems.error({ file: source.name, sheet: error.sheet, row: error.row }, error.appCode);
    }
  }
  const { files, records, projectFiles, problems } = gathered;
  noteIgnored(files, problems);
  const consortia = assembleConsortia(records, problems);
  checkConsortia(consortia, problems);
  return {
    files,
    consortia,
    projectFiles,
    problems: problems.kept,
    problemCount: problems.count,
    errorCount: problems.errors,
  };
}

async function parseFile({ name, bytes: given }: ImportSource, gathered: Gathered): Promise<void> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const facts = { file: name, bytes: bytes.length };
  if (bytes.length === 0) throw new ImportRefusal("EMPTY_FILE");
  if (bytes.length > importLimits.packedBytes) throw new ImportRefusal("IMPORT_TOO_LARGE");
  if (bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) {
    const { tables } = await readWorkbook(bytes);
    addTables({ ...facts, format: "xlsx", encoding: null, separator: null, tables: [] }, tables, gathered);
    return;
  }
  if (isBinary(bytes)) throw new ImportRefusal("FILE_TYPE");
  const text = bytes.toString("utf8").replace(/^\ufeff/, "");
  const start = text.trimStart().slice(0, 200).toLowerCase();
  if (start.startsWith("<!doctype html") || start.startsWith("<html")) throw new ImportRefusal("FILE_IS_HTML");
  if (start.startsWith("<")) {
    const records = readCordisXml(text, name);
    gathered.records.push(...records);
    const tables = (["projects", "participations"] as const).map((content) => ({
      sheet: null,
      content,
      rows: records.filter((record) => record.content === content).length,
      columns: [],
    }));
    gathered.files.push({ ...facts, format: "xml", encoding: "UTF-8", separator: null, tables });
  } else if (start.startsWith("{") || start.startsWith("[")) {
    const { content, problems } = readProjectFile(text, name);
    gathered.problems.take(problems);
    const table = { sheet: null, content: "project-file" as const, rows: 1, columns: [] };
    gathered.files.push({ ...facts, format: "json", encoding: "UTF-8", separator: null, tables: [table] });
    if (content) gathered.projectFiles.push({ file: name, content });
  } else {
    const { tables, encoding, separator } = readCsv(bytes);
    addTables({ ...facts, format: "csv", encoding, separator, tables: [] }, tables, gathered);
  }
}

function addTables(file: RecognisedFile, tables: Parameters<typeof recordsOf>[1][], gathered: Gathered): void {
  const found = tables.map((table) => recordsOf(file.file, table));
  gathered.files.push({ ...file, tables: found.map(({ recognised }) => recognised) });
  for (const { records } of found) gathered.records.push(...records);
}

/** A sheet that holds nothing for us is passed over; an import in which nothing was found is refused. */
function noteIgnored(files: readonly RecognisedFile[], problems: ProblemList): void {
  const tables = files.flatMap(({ file, tables }) => tables.map((table) => ({ file, ...table })));
  const isEmpty = tables.every((table) => table.content === "ignored");
  for (const { file, sheet, content, rows } of tables) {
    if (content !== "ignored") continue;
    if (isEmpty) problems.error({ file, sheet, row: 1 }, "NOTHING_RECOGNISED");
    else if (rows > 0) problems.warn({ file, sheet, row: 1 }, "SHEET_IGNORED");
  }
}

// Old Excel files, pictures, PDF: their first bytes are no text. UTF-16 holds zeros, which its reader knows.
function isBinary(bytes: Buffer): boolean {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide || (bytes[0] !== 0 && bytes[1] === 0 && bytes[3] === 0)) return false;
  return bytes.subarray(0, 4_096).includes(0) || bytes.subarray(0, 5).equals(Buffer.from("%PDF-"));
}
