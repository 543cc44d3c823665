import type { TFunction } from "i18next";
import { BaselineField } from "#client/features/baselines/baseline-field.tsx";
import { BaselineRemoveButton } from "#client/features/baselines/baseline-remove-button.tsx";
import { sideName } from "#client/features/baselines/comparison-text.ts";
import type { Column } from "#client/ui/data-table.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { NoValue } from "#client/ui/no-value.tsx";
import type { BaselineRow } from "#shared/features/baselines/baseline.ts";

/** Columns of the baselines; days that are not set yet, and notes, are filled in where they stand. */
export function baselineColumns(t: TFunction, mayFreeze: boolean): Column<BaselineRow>[] {
  return [
    { id: "name", header: t("baselines:name"), width: "14rem", cell: (row) => <strong>{sideName(t, row)}</strong> },
    { id: "frozen", header: t("baselines:frozenAt"), cell: (row) => <RelativeTime at={row.frozenAt} /> },
    { id: "by", header: t("baselines:by"), cell: (row) => row.byName ?? <NoValue /> },
    {
      id: "decided",
      header: t("baselines:decidedOn"),
      width: "9rem",
      cell: (row) => <BaselineField row={row} name="decidedOn" canEdit={mayFreeze && row.decidedOn === null} />,
    },
    {
      id: "force",
      header: t("baselines:inForceOn"),
      width: "9rem",
      cell: (row) => <BaselineField row={row} name="inForceOn" canEdit={mayFreeze && row.inForceOn === null} />,
    },
    {
      id: "note",
      header: t("baselines:note"),
      width: "14rem",
      cell: (row) => <BaselineField row={row} name="note" canEdit={mayFreeze} />,
    },
    ...(mayFreeze
      ? [
          {
            id: "remove",
            header: t("common:remove"),
            isWideOnly: true,
            cell: (row: BaselineRow) => (row.mayRemove ? <BaselineRemoveButton row={row} /> : <NoValue />),
          },
        ]
      : []),
  ];
}
