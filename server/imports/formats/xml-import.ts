import { SaxesParser } from "saxes";

import type { CordisContent, CordisField } from "#shared/features/imports/cordis-columns.ts";
import { importLimits, ImportRefusal } from "#server/imports/import-limits.ts";
import type { SourceRecord } from "#server/imports/source-record.ts";

const projectPaths = new Map<string, CordisField>([
  ["id", "projectId"],
  ["acronym", "acronym"],
  ["title", "title"],
  ["objective", "objective"],
  ["keywords", "keywords"],
  ["status", "status"],
  ["startDate", "startOn"],
  ["endDate", "endOn"],
  ["totalCost", "projectCost"],
  ["ecMaxContribution", "maxGrant"],
  ["relations/associations/programme[relatedTopic]/code", "topic"],
  ["relations/categories/category[relatedProjectFundingSchemeCategory]/code", "fundingScheme"],
]);

const organisationPaths = new Map<string, CordisField>([
  ["id", "organisationId"],
  ["legalName", "name"],
  ["shortName", "shortName"],
  ["vatNumber", "vatNumber"],
  ["address/street", "street"],
  ["address/city", "city"],
  ["address/postalCode", "postCode"],
  ["address/country", "country"],
  ["address/url", "website"],
  ["relations/categories/category[relatedOrganizationActivityType]/code", "activityType"],
  ["relations/regions/region[relatedNutsCode]/nutsCode", "region"],
]);

const organisationAttributes = new Map<string, CordisField>([
  ["type", "role"],
  ["order", "order"],
  ["terminated", "ended"],
  ["sme", "sme"],
  ["ecContribution", "grant"],
  ["netEcContribution", "netGrant"],
  ["totalCost", "participantCost"],
]);

// Named in `type`, they say which of several elements of one name is meant.
const typedElements = new Set(["programme", "category", "region"]);
const mostElements = 500_000;
const deepest = 64;

/**
 * The project and the organisations of a CORDIS XML file. A document type or an entity of its own is refused before
 * anything is made of it. Faults: DTD_REFUSED, FILE_DAMAGED with the line, IMPORT_TOO_LARGE, NOTHING_RECOGNISED.
 */
export function readCordisXml(text: string, file: string): SourceRecord[] {
  if (text.length > importLimits.unpackedBytes) throw new ImportRefusal("IMPORT_TOO_LARGE");
  const parser = new SaxesParser<{ position: true }>({ position: true });
  const reader = new CordisReader(file, () => parser.line);
  parser.on("doctype", () => {
    throw new ImportRefusal("DTD_REFUSED", { row: parser.line });
  });
  parser.on("error", () => {
    throw new ImportRefusal("FILE_DAMAGED", { row: parser.line });
  });
  parser.on("opentag", (tag) => reader.open(tag.name, tag.attributes as Record<string, string>));
  parser.on("text", (part) => reader.text(part));
  parser.on("cdata", (part) => reader.text(part));
  parser.on("closetag", () => reader.close());
  parser.write(text).close();
  if (reader.records.length === 0) throw new ImportRefusal("NOTHING_RECOGNISED");
  return reader.records;
}

type Open = { record: SourceRecord; depth: number };

/** Follows the elements of a document; an organisation stands within its project. */
class CordisReader {
  readonly records: SourceRecord[] = [];
  private readonly path: string[] = [];
  private readonly file: string;
  private readonly line: () => number;
  private project: Open | null = null;
  private organisation: Open | null = null;
  private content = "";
  private elements = 0;

  constructor(file: string, line: () => number) {
    this.file = file;
    this.line = line;
  }

  open(name: string, attributes: Record<string, string>): void {
    this.elements += 1;
    if (this.elements > mostElements || this.path.length >= deepest)
      throw new ImportRefusal("IMPORT_TOO_LARGE", { row: this.line() });
    const local = name.replace(/^.*:/, "");
    const type = attributes["type"];
    this.path.push(typedElements.has(local) && type !== undefined ? `${local}[${type}]` : local);
    this.content = "";
    if (local === "project" && this.path.length <= 2 && !this.project) this.project = this.begin("projects");
    if (local === "organization" && this.isBelow("relations/associations/organization")) {
      this.organisation = this.begin("participations");
      this.takeAttributes(this.organisation.record, attributes);
    }
  }

  text(part: string): void {
    this.content += part;
  }

  close(): void {
    this.take(this.organisation, organisationPaths);
    if (!this.organisation) this.take(this.project, projectPaths);
    const depth = this.path.length;
    if (this.organisation?.depth === depth) this.organisation = null;
    if (this.project?.depth === depth) this.project = null;
    this.path.pop();
    this.content = "";
  }

  private begin(content: CordisContent): Open {
    const place = { file: this.file, sheet: null, row: this.line() };
    const record: SourceRecord = { content, place, values: {}, columns: {}, computed: [] };
    this.records.push(record);
    return { record, depth: this.path.length };
  }

  private isBelow(path: string): boolean {
    return this.project !== null && this.path.slice(this.project.depth).join("/") === path;
  }

  private takeAttributes(record: SourceRecord, attributes: Record<string, string>): void {
    const projectId = this.project?.record.values.projectId;
    if (projectId !== undefined) record.values.projectId = projectId;
    for (const [name, field] of organisationAttributes) {
      const value = attributes[name];
      if (value === undefined) continue;
      record.values[field] = value;
      record.columns[field] = name;
    }
  }

  private take(open: Open | null, paths: Map<string, CordisField>): void {
    if (!open) return;
    const path = this.path.slice(open.depth).join("/");
    const field = paths.get(path);
    // The first of several counts, such as the region before its parents.
    if (!field || open.record.values[field] !== undefined) return;
    open.record.values[field] = this.content.trim();
    open.record.columns[field] = path.replaceAll(/\[\w+\]/g, "");
  }
}
