import type { TFunction } from "i18next";
import { valueText } from "#client/features/activity/change-value.ts";
import type { useFormat } from "#client/lib/use-format.ts";
import type { ComparedRow, Comparison } from "#shared/features/baselines/baseline.ts";

type Context = { t: TFunction; format: ReturnType<typeof useFormat>; comparison: Comparison };
type Value = ComparedRow["fields"][number]["before"];

/** A value of a frozen field as people read it. */
export function comparedText(field: string, value: Value, { t, format, comparison }: Context): string {
  if (field.endsWith("Month") && typeof value === "number") return t("baselines:month", { month: value });
  return valueText(field, value, { t, format, currency: comparison.currency, labels: comparison.labels });
}

/** What happened to one row in sentences, without its name. */
export function sentenceTexts(row: ComparedRow, context: Context): string[] {
  const { t, format } = context;
  return row.sentences.map(({ kind, before, after, months, days, fields }) => {
    const names = format.list(fields.map((field) => t(`activity:fields.${field}`)));
    const field = fieldOf(row, before, after);
    const by = t("baselines:shift", {
      months: t("baselines:months", { count: Math.abs(months ?? 0) }),
      days: t("baselines:days", { count: Math.abs(days ?? 0) }),
    });
    return t(`baselines:sentence.${kind}`, {
      before: comparedText(field, before, context),
      after: comparedText(field, after, context),
      by: days === null ? t("baselines:months", { count: Math.abs(months ?? 0) }) : by,
      names,
    });
  });
}

function fieldOf(row: ComparedRow, before: Value, after: Value): string {
  return row.fields.find((each) => each.before === before && each.after === after)?.field ?? "";
}

/** "+ 12 days", "− €500": a movement with its sign, a true minus; nothing moved says so. */
export function signed(amount: number, write: (size: number) => string): string {
  if (amount === 0) return write(0);
  return `${amount > 0 ? "+" : "−"}${write(Math.abs(amount))}`;
}

/** What one side of a comparison is called. */
export function sideName(
  t: TFunction,
  side: { number: number | null; kind: string | null; name: string | null },
): string {
  if (side.number === null) return t("baselines:now");
  const name =
    side.kind === "status" ? t("baselines:statusName", { status: t(`projects:status.${side.name}`) }) : side.name;
  return `${side.number}. ${name}`;
}
