import { vatNumberOf, isVatNumber } from "#shared/features/organisations/identifiers.ts";
import { countryOf } from "#shared/features/organisations/countries.ts";
import type { ParsedOrganisation, ParsedParticipation, ParsedProject } from "#shared/features/imports/consortium.ts";
import {
  isYes,
  lineOf,
  readActivityType,
  readCents,
  readDay,
  readRole,
  readStatus,
} from "#shared/features/imports/cordis-rules.ts";

import type { ProblemList } from "./problem-list.ts";
import { RecordReader } from "./record-reader.ts";
import type { SourceRecord } from "./source-record.ts";

/** A project as one record states it; null when something needed cannot be read, which is noted. */
export function projectOf(record: SourceRecord, problems: ProblemList): ParsedProject | null {
  const reader = new RecordReader(record, "project", problems);
  const externalId = reader.id("projectId");
  const title = reader.line("title", 1_000);
  let acronym = reader.line("acronym", 200);
  if (reader.has("title") && title === null) reader.warn("title", "BLANK_TITLE");
  if (!acronym && reader.isWhole) {
    reader.warn("acronym", "BLANK_ACRONYM");
    acronym = externalId;
  }
  const startOn = reader.read("startOn", readDay);
  const endOn = reader.read("endOn", readDay);
  if (startOn && endOn && endOn < startOn) reader.warn("endOn", "END_BEFORE_START");
  const keywords = reader.line("keywords", 4_000);
  const project: ParsedProject = {
    externalId,
    place: record.place,
    acronym: acronym ?? externalId,
    title: title ?? undefined,
    objectives: reader.prose("objective", 50_000),
    keywords: keywords === undefined ? undefined : wordsOf(keywords ?? ""),
    status: readStatus(reader.cell("status")),
    startOn,
    endOn,
    callTopic: reader.line("topic", 500),
    fundingScheme: reader.line("fundingScheme", 200),
    totalCostCents: reader.read("projectCost", readCents),
    maxGrantCents: reader.read("maxGrant", readCents),
  };
  return reader.isWhole ? project : null;
}

function wordsOf(text: string): string[] {
  const words = text.split(/[,;]/).map((word) => word.trim().slice(0, 200));
  return [...new Set(words.filter((word) => word !== ""))].slice(0, 200);
}

/** The organisation and its part in a project as one record states them; null when something needed cannot be read. */
export function participationOf(
  record: SourceRecord,
  problems: ProblemList,
): {
  organisation: ParsedOrganisation;
  participation: Omit<ParsedParticipation, "sourceNumber" | "isNumbered"> & { order: number | null };
} | null {
  const reader = new RecordReader(record, "participation", problems);
  const projectId = reader.id("projectId");
  const organisationId = reader.id("organisationId");
  const organisation = organisationOf(reader, record, organisationId);
  if (!reader.has("role")) reader.fail("role", "MISSING_VALUE");
  const role = reader.read("role", readRole);
  const order = orderOf(reader);
  const amounts = {
    grantCents: reader.read("grant", readCents),
    netGrantCents: reader.read("netGrant", readCents),
    totalCostCents: reader.read("participantCost", readCents),
  };
  if (!reader.isWhole || !organisation || !role) return null;
  const hasLeft = isYes(reader.cell("ended"));
  return {
    organisation,
    participation: { place: record.place, projectId, organisationId, role, hasLeft, order, ...amounts },
  };
}

function organisationOf(reader: RecordReader, record: SourceRecord, externalId: string): ParsedOrganisation | null {
  const name = reader.line("name", 300);
  if (reader.has("name") && name === null && reader.isWhole) reader.fail("name", "MISSING_VALUE");
  if (!reader.has("name")) reader.fail("name", "MISSING_VALUE");
  const countryImported = reader.line("country", 10);
  const country = countryImported ? countryOf(countryImported) : countryImported;
  if (countryImported && country === null) reader.warn("country", "UNKNOWN_COUNTRY");
  const organisation: ParsedOrganisation = {
    externalId,
    place: record.place,
    name: name ?? "",
    shortName: reader.line("shortName", 200),
    activityType: reader.read("activityType", readActivityType),
    country,
    countryImported,
    region: reader.line("region", 20),
    city: reader.line("city", 200),
    address: addressOf(reader),
    website: reader.line("website", 500),
    vatNumber: vatOf(reader),
  };
  return reader.isWhole ? organisation : null;
}

function addressOf(reader: RecordReader): string | null | undefined {
  const street = reader.line("street", 400);
  const postCode = reader.line("postCode", 40);
  if (street === undefined && postCode === undefined) return undefined;
  const parts = [street, postCode].filter((part) => part);
  return parts.length > 0 ? parts.join(", ") : null;
}

function vatOf(reader: RecordReader): string | null | undefined {
  const text = reader.line("vatNumber", 60);
  if (!text) return text;
  const vat = vatNumberOf(text);
  if (isVatNumber(vat)) return vat;
  // "NOTAPPLICABLE" and the like are no numbers and no mistakes.
  if (/\d/.test(vat)) reader.warn("vatNumber", "BAD_VAT");
  return null;
}

function orderOf(reader: RecordReader): number | null {
  const text = lineOf(reader.cell("order"));
  if (text === "") return null;
  const order = Number(text);
  if (Number.isInteger(order) && order >= 0 && order <= 9_999) return order;
  reader.warn("order", "BAD_ORDER");
  return null;
}
