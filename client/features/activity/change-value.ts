import type { TFunction } from "i18next";
import type { useFormat } from "#client/lib/use-format.ts";

type Format = ReturnType<typeof useFormat>;

export type ValueContext = { t: TFunction; format: Format; currency: string; labels: Record<string, string> };

// Columns that only keep the record together; what they say is not for reading.
const silentFields = new Set([
  "id",
  "projectId",
  "search",
  "sortName",
  "sample",
  "agreedById",
  "submittedById",
  "reviewedById",
  "contributionId",
  "subject",
  "periodId",
  "version",
  "createdAt",
  "offers",
]);

/** The fields of a change that are worth showing, in the order the server gave them. */
export function shownFields(
  fields: Record<string, readonly unknown[]>,
): { name: string; before: unknown; after: unknown }[] {
  return Object.entries(fields)
    .filter(([name, values]) => !silentFields.has(name) && !(isNothing(values[0]) && isNothing(values[1])))
    .map(([name, values]) => ({ name, before: values[0], after: values[1] }));
}

/** A value as people read it: money, effort, shares and days by the field's name, identifiers by their label. */
export function valueText(name: string, value: unknown, { t, format, currency, labels }: ValueContext): string {
  if (isNothing(value)) return t("activity:empty");
  if (typeof value === "boolean") return t(value ? "activity:yes" : "activity:no");
  if (typeof value === "number") {
    if (name.endsWith("Cents")) return format.money(value, currency);
    if (name.endsWith("PmHundredths")) return format.effort(value);
    if (name.endsWith("Bp")) return format.share(value);
    if (name.endsWith("At")) return format.instant(value);
    return format.count(value);
  }
  if (Array.isArray(value))
    return format.list(value.map((item) => valueText(name, item, { t, format, currency, labels })));
  if (typeof value !== "string") return JSON.stringify(value);
  if (name.endsWith("On")) return format.day(value);
  if (/Ids?$/.test(name)) return labels[value] ?? "…";
  return t(`activity:words.${value}`, { defaultValue: value });
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}
