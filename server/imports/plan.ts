import type { Place } from "#shared/features/imports/consortium.ts";
import type { ImportFate } from "#shared/features/imports/import-words.ts";
import { canonicalJson } from "#server/db/canonical-json.ts";

/** What becomes of one record: `before` is the row as it stands, `patch` what the source says otherwise. */
export type Decision<Parsed, Row> = {
  fate: Exclude<ImportFate, "problem">;
  place: Place;
  parsed: Parsed;
  before: Row | null;
  patch: Partial<Row>;
};

/** Compares what a source states with a row; fields that the source does not carry are left out of it. */
export function decide<Parsed extends { place: Place }, Row>(
  parsed: Parsed,
  before: Row | null,
  stated: Partial<Row>,
): Decision<Parsed, Row> {
  const place = parsed.place;
  const given = Object.entries(stated).filter(([, value]) => value !== undefined);
  if (!before) return { fate: "new", place, parsed, before, patch: Object.fromEntries(given) as Partial<Row> };
  const row = before as Record<string, unknown>;
  const different = given.filter(([field, value]) => canonicalJson(row[field] ?? null) !== canonicalJson(value));
  const patch = Object.fromEntries(different) as Partial<Row>;
  return { fate: different.length > 0 ? "changed" : "same", place, parsed, before, patch };
}

/** Cuts a list into pieces that one statement takes. */
export function chunksOf<T>(rows: readonly T[], size = 200): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < rows.length; at += size) chunks.push(rows.slice(at, at + size));
  return chunks;
}
