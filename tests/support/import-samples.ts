import { Buffer } from "node:buffer";

import { zipSync } from "fflate";

import type { ImportSource } from "#server/imports/parse-files.ts";
import type { CellValue } from "#shared/features/imports/cordis-rules.ts";

export const projectHeader = [
  "projectID",
  "acronym",
  "title",
  "startDate",
  "totalCost",
  "ecMaxContribution",
  "topics",
  "fundingScheme",
  "objective",
];
export const participantHeader = [
  "projectID",
  "projectAcronym",
  "organisationID",
  "name",
  "shortName",
  "activityType",
  "country",
  "organizationURL",
  "role",
  "ecContribution",
];

/** Two made-up consortia whose contributions add up to their grants. */
export const projectRows: CellValue[][] = [
  [900001, "HEATLOOP", "Heat loops for small towns", "2024-01-01", 300.3, 200.2, "T-1", "IA", "Keep the heat in town."],
  [900002, "SORTWELL", "Sorting what others burn", "2030-05-01", 100, 90.01, "T-2", "RIA", "Sort it."],
];
export const participantRows: CellValue[][] = [
  [900001, "HEATLOOP", 900000011, "Alpha Oy", "ALPHA", "PRC", "FI", "http://alpha.example", "coordinator", 100.1],
  [900001, "HEATLOOP", 900000012, "Beta University", null, "HES", "EL", null, "participant", 100.1],
  [900001, "HEATLOOP", 900000013, "Gamma Institute", "GI", "REC", "UK", null, "thirdParty", 0],
  [900002, "SORTWELL", 900000012, "Beta University", null, "HES", "EL", null, "coordinator", 90.01],
  [900002, "SORTWELL", 900000014, '=Delta "Works" Ltd', "DELTA", "PRC", "IE", null, "associatedPartner", null],
];

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

function letters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);
}

function cellXml(cell: CellValue, reference: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(String(cell))}</t></is></c>`;
}

/** The XML of a sheet with inline strings and the dimension that many writers get wrong. */
export function sheetXml(rows: readonly (readonly CellValue[])[]): string {
  const body = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`)).join("")}</row>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1"/><sheetData>${body.join("")}</sheetData></worksheet>`;
}

/** A workbook written by hand from the XML of its sheets. */
export function workbookOf(
  sheets: Record<string, string>,
  name = "book.xlsx",
  more: Record<string, string> = {},
): ImportSource {
  const names = Object.keys(sheets);
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<?xml version="1.0"?><Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names.map((each, index) => `<sheet name="${escapeXml(each)}" sheetId="${index + 1}" r:id="s${index + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<?xml version="1.0"?><Relationships xmlns="${relations}">${names.map((_, index) => `<Relationship Id="s${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}</Relationships>`,
    ...Object.fromEntries(names.map((each, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheets[each] ?? ""])),
    ...more,
  };
  return {
    name,
    bytes: zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, Buffer.from(text)]))),
  };
}

/** A workbook with sheets of cells. */
export function sampleWorkbook(
  sheets: Record<string, readonly (readonly CellValue[])[]>,
  name = "book.xlsx",
): ImportSource {
  return workbookOf(Object.fromEntries(Object.entries(sheets).map(([sheet, rows]) => [sheet, sheetXml(rows)])), name);
}

/** A text as an upload. */
export function textFile(name: string, text: string): ImportSource {
  return { name, bytes: Buffer.from(text) };
}

const quotedCell = (cell: CellValue) =>
  `"${String(cell ?? "")
    .replaceAll('"', '""')
    .replace(/^""/, '"')}"`;

/** A CSV file as CORDIS writes it: BOM, semicolons, every field quoted, a quote that begins a field under-escaped. */
export function cordisCsv(name: string, rows: readonly (readonly CellValue[])[]): ImportSource {
  return textFile(name, `\ufeff${rows.map((cells) => cells.map(quotedCell).join(";")).join("\n")}\n`);
}

export const sampleProjects = () => sampleWorkbook({ Sheet1: [projectHeader, ...projectRows] }, "projects.xlsx");
export const sampleParticipants = () =>
  sampleWorkbook({ Sheet1: [participantHeader, ...participantRows] }, "participants.xlsx");
