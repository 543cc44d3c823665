import type { ParsedImport, RecognisedFile } from "#shared/features/imports/consortium.ts";

import { assembleConsortia } from "./consortia-assembly.ts";
import { checkConsortia } from "./consortia-check.ts";
import { cordisDeliverables } from "./cordis-deliverables.ts";
import { readCsv } from "./formats/csv-import.ts";
import { readProjectFile } from "./formats/json-import.ts";
import { readWorkbook } from "./formats/xlsx-import.ts";
import { readCordisXml } from "./formats/xml-import.ts";
import { readYaml } from "./formats/yaml-import.ts";
import { importLimits, ImportRefusal } from "./import-limits.ts";
import { looksLikePdata, type PdataContent, pdataContent } from "./pdata-records.ts";
import { planOfTable, type PlanTask } from "./plan-table.ts";
import { ProblemList } from "./problem-list.ts";
import type { SourceRecord } from "./source-record.ts";
import type { ReadFile } from "./source-table.ts";
import { recordsOf } from "./table-records.ts";

/** A file as it was uploaded; the type is told by its content, never by its name. */
export type ImportSource = { name: string; bytes: Uint8Array };

type Gathered = {
  files: RecognisedFile[];
  records: SourceRecord[];
  projectFiles: ParsedImport["projectFiles"];
  plans: ParsedImport["plans"];
  pdata: PdataContent[];
  problems: ProblemList;
};

/** Reads all files of one import, given in any order, into one model. Pure but for its work; runs in a process of its own. */
export async function parseFiles(sources: readonly ImportSource[]): Promise<ParsedImport> {
  const gathered: Gathered = {
    files: [],
    records: [],
    projectFiles: [],
    plans: [],
    pdata: [],
    problems: new ProblemList(),
  };
  for (const source of sources) {
    try {
      await parseFile(source, gathered);
    } catch (error) {
      if (!(error instanceof ImportRefusal)) throw error;
      gathered.problems.error({ file: source.name, sheet: error.sheet, row: error.row }, error.appCode);
    }
  }
  const { files, records, projectFiles, plans, pdata, problems } = gathered;
  noteIgnored(files, problems);
  const consortia = assembleConsortia(records, problems);
  for (const { consortia: more, plan } of pdata) {
    consortia.projects.push(...more.projects);
    consortia.organisations.push(...more.organisations);
    consortia.participations.push(...more.participations);
    plans.push(plan);
  }
  checkConsortia(consortia, problems);
  return {
    files,
    consortia,
    projectFiles,
    plans,
    problems: problems.kept,
    problemCount: problems.count,
    errorCount: problems.errors,
  };
}

/** Reads one table of a workbook or CSV file as it was mapped. Pure but for its work; runs in a process of its own. */
export async function parsePlanTable(source: ImportSource, task: PlanTask): Promise<ParsedImport> {
  const problems = new ProblemList();
  const files: RecognisedFile[] = [];
  const plans: ParsedImport["plans"] = [];
  const { name: file } = source;
  try {
    const { tables, encoding, separator } = await readTables(source);
    const table = tables[task.mapping.sheet];
    if (!table) throw new ImportRefusal("NOTHING_RECOGNISED");
    plans.push(planOfTable(file, table, task, problems));
    const header = table.rows.find(({ row }) => row === task.mapping.headerRow)?.cells ?? [];
    const fields = new Map(task.mapping.columns.map(({ index, field }) => [index, field]));
    const columns = header.map((cell, index) => ({
      header: String(cell ?? "").slice(0, 80),
      field: fields.get(index) ?? null,
    }));
    const rows = table.rows.filter(({ row }) => row > task.mapping.headerRow).length;
    const recognised = [{ sheet: table.sheet, content: "plan" as const, rows, columns }];
    const format = separator === null ? ("xlsx" as const) : ("csv" as const);
    files.push({ file, bytes: source.bytes.length, format, encoding, separator, tables: recognised });
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    problems.error({ file, sheet: error.sheet, row: error.row }, error.appCode);
  }
  return {
    files,
    consortia: { projects: [], organisations: [], participations: [] },
    projectFiles: [],
    plans,
    problems: problems.kept,
    problemCount: problems.count,
    errorCount: problems.errors,
  };
}

/** The sheets of a workbook, or the one table of a CSV file. Faults: EMPTY_FILE, FILE_TYPE, FILE_IS_HTML, and those of the readers. */
export async function readTables(source: ImportSource): Promise<ReadFile> {
  const bytes = bytesOf(source);
  if (isWorkbook(bytes)) return await readWorkbook(bytes);
  if (isBinary(bytes)) throw new ImportRefusal("FILE_TYPE");
  if (isWebPage(bytes.toString("utf8", 0, 400))) throw new ImportRefusal("FILE_IS_HTML");
  return readCsv(bytes);
}

function bytesOf({ bytes: given }: ImportSource): Buffer {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.length === 0) throw new ImportRefusal("EMPTY_FILE");
  if (bytes.length > importLimits.packedBytes) throw new ImportRefusal("IMPORT_TOO_LARGE");
  return bytes;
}

const isWorkbook = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));

function isWebPage(text: string): boolean {
  const start = text
    .replace(/^\ufeff/, "")
    .trimStart()
    .toLowerCase();
  return start.startsWith("<!doctype html") || start.startsWith("<html");
}

async function parseFile(source: ImportSource, gathered: Gathered): Promise<void> {
  const { name } = source;
  const bytes = bytesOf(source);
  const facts = { file: name, bytes: bytes.length };
  if (isWorkbook(bytes)) {
    const { tables } = await readWorkbook(bytes);
    addTables({ ...facts, format: "xlsx", encoding: null, separator: null, tables: [] }, tables, gathered);
    return;
  }
  if (isBinary(bytes)) throw new ImportRefusal("FILE_TYPE");
  const text = bytes.toString("utf8").replace(/^\ufeff/, "");
  const start = text.trimStart().slice(0, 200).toLowerCase();
  if (isWebPage(start)) throw new ImportRefusal("FILE_IS_HTML");
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
  } else if (looksLikePdata(text)) {
    const content = pdataContent(readYaml(text), name, gathered.problems);
    gathered.pdata.push(content);
    const { streams, tasks, deliverables } = content.plan;
    const rows = streams.length + tasks.length + deliverables.length;
    const table = { sheet: null, content: "plan" as const, rows, columns: [] };
    gathered.files.push({ ...facts, format: "yaml", encoding: "UTF-8", separator: null, tables: [table] });
  } else {
    const { tables, encoding, separator } = readCsv(bytes);
    addTables({ ...facts, format: "csv", encoding, separator, tables: [] }, tables, gathered);
  }
}

function addTables(file: RecognisedFile, tables: Parameters<typeof recordsOf>[1][], gathered: Gathered): void {
  const recognised = tables.map((table) => {
    const published = cordisDeliverables(file.file, table, gathered.problems);
    if (published) {
      gathered.plans.push(...published.plans);
      return published.recognised;
    }
    const found = recordsOf(file.file, table);
    gathered.records.push(...found.records);
    return found.recognised;
  });
  gathered.files.push({ ...file, tables: recognised });
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
