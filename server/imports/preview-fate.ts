import type { ImportSample } from "#shared/features/imports/import.ts";

import type { Decision } from "./plan.ts";

const fieldsOfSample = 12;

type NameOf = (id: string) => string;

/** What becomes of a record, and the fields of it that change; `nameOf` says identifiers of other records in words. */
export function fateOf<Parsed, Row>(
  { fate, before, patch }: Pick<Decision<Parsed, Row>, "fate" | "before" | "patch">,
  nameOf: NameOf = (id) => id,
): Pick<ImportSample, "fate" | "changes"> {
  if (!before) return { fate, changes: [] };
  const row = before as Record<string, unknown>;
  const changes = Object.entries(patch).slice(0, fieldsOfSample);
  return {
    fate,
    changes: changes.map(([field, value]) => ({
      field,
      before: textOf(row[field], field, nameOf),
      after: textOf(value, field, nameOf),
    })),
  };
}

const referring = new Set(["leadParticipantId", "participantIds", "streamIds"]);

function textOf(value: unknown, field: string, nameOf: NameOf): string | null {
  if (value === null || value === undefined) return null;
  if (referring.has(field))
    return [value]
      .flat()
      .map((id) => (typeof id === "string" ? nameOf(id) : ""))
      .join(", ");
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
