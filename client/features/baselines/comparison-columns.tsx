import type { TFunction } from "i18next";
import classes from "#client/features/baselines/baselines.module.css";
import { ComparedFields } from "#client/features/baselines/compared-fields.tsx";
import { ChangeMark } from "#client/features/baselines/change-mark.tsx";
import { signed } from "#client/features/baselines/comparison-text.ts";
import type { useFormat } from "#client/lib/use-format.ts";
import type { Column } from "#client/ui/data-table.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import type { ComparedRow, Comparison } from "#shared/features/baselines/baseline.ts";

/** Columns of a comparison: what it is, what became of it, each field with its old value struck through above the new one. */
export function comparisonColumns(
  t: TFunction,
  format: ReturnType<typeof useFormat>,
  comparison: Comparison,
): Column<ComparedRow>[] {
  const names = new Map(comparison.participants.map(({ id, name }) => [id, name]));
  return [
    { id: "change", header: t("baselines:changeTitle"), cell: (row) => <ChangeMark change={row.change} /> },
    {
      id: "what",
      header: t("baselines:what"),
      isName: true,
      width: "16rem",
      cell: (row) => (
        <>
          <strong>{row.label}</strong>
          <br />
          <span className={classes["quiet"]}>{t(`baselines:kind.${row.kind}`)}</span>
        </>
      ),
    },
    {
      id: "organisation",
      header: t("baselines:organisation"),
      cell: (row) => (row.participantId === null ? <NoValue /> : (names.get(row.participantId) ?? <NoValue />)),
    },
    {
      id: "fields",
      header: t("baselines:fieldsTitle"),
      width: "22rem",
      cell: (row) => <ComparedFields row={row} comparison={comparison} />,
    },
    {
      id: "moved",
      header: t("baselines:datesMoved"),
      isNumeric: true,
      cell: (row) =>
        row.shiftDays === null || row.shiftDays === 0 ? (
          <NoValue />
        ) : (
          signed(row.shiftDays, (count) => t("baselines:days", { count }))
        ),
    },
    {
      id: "by",
      header: t("baselines:by"),
      cell: (row) => (row.by === null ? <NoValue /> : `${row.by.name}, ${format.instant(row.by.at)}`),
    },
  ];
}
