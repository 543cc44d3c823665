import type { ImportSample } from "#shared/features/imports/import.ts";

import type { Decision } from "./plan.ts";

const fieldsOfSample = 12;

/** What becomes of a record, and the fields of it that change. */
export function fateOf<Parsed, Row>({
  fate,
  before,
  patch,
}: Decision<Parsed, Row>): Pick<ImportSample, "fate" | "changes"> {
  if (!before) return { fate, changes: [] };
  const row = before as Record<string, unknown>;
  const changes = Object.entries(patch).slice(0, fieldsOfSample);
  return {
    fate,
    changes: changes.map(([field, value]) => ({ field, before: textOf(row[field]), after: textOf(value) })),
  };
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
