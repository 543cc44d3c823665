import type { TFunction } from "i18next";
import classes from "#client/features/imports/imports.module.css";
import type { Column } from "#client/ui/data-table.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { ImportPreview } from "#shared/features/imports/import.ts";

type Problem = ImportPreview["problems"][number];

/** The sentence about a problem in the reader's language. */
export function problemText(t: TFunction, { appCode }: Problem): string {
  return t(`imports:problem.${appCode}`, { defaultValue: appCode });
}

const orNone = (value: string | number | null) => (value === null ? <NoValue /> : String(value));

/** Columns of the list of problems. */
export function problemColumns(t: TFunction): Column<Problem>[] {
  return [
    {
      id: "text",
      header: t("imports:problemTitle"),
      cell: (row) => (
        <>
          {problemText(t, row)}
          {row.value === null ? null : <code className={classes["value"]}>{row.value}</code>}
        </>
      ),
    },
    {
      id: "severity",
      header: t("imports:severityTitle"),
      cell: ({ severity }) => (
        <StateBadge tone={severity === "error" ? "bad" : "warning"}>{t(`imports:severity.${severity}`)}</StateBadge>
      ),
    },
    {
      id: "file",
      header: t("imports:file"),
      cell: (row) => (row.sheet === null ? row.file : `${row.file}, ${row.sheet}`),
    },
    { id: "row", header: t("imports:row"), cell: (row) => orNone(row.row), isNumeric: true },
    { id: "column", header: t("imports:columnTitle"), cell: (row) => orNone(row.column) },
  ];
}
