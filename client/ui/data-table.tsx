import { Skeleton } from "@mantine/core";
import type { LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Sort } from "#client/lib/use-list-search.ts";
import { DataTableHead } from "#client/ui/data-table-head.tsx";
import { DataTableRow } from "#client/ui/data-table-row.tsx";
import { ScrollBox } from "#client/ui/scroll-box.tsx";
import classes from "#client/ui/data-table.module.css";

/** One column: `id` is also what the address calls it when sorting. The first column heads its row. */
export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  isSortable?: boolean;
  isNumeric?: boolean;
  /** Left out of the cards on small screens. */
  isWideOnly?: boolean;
  width?: string;
  /** On cards it stands beside the first column, as the name of the row. */
  isName?: boolean;
};

type Props<Row> = {
  /** Spoken name of the table. */
  label: string;
  columns: readonly Column<Row>[];
  /** Undefined while loading. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  /** Where the first column leads; the whole row is clickable then. */
  rowLink?: (row: Row) => LinkProps;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Shown instead of the table when there are no rows. */
  empty: ReactNode;
  /** A totals row. */
  foot?: ReactNode;
};

/** A table with sticky head, sorting and row links; on screens below 600 px its rows become cards. */
export function DataTable<Row>({ label, columns, rows, rowKey, rowLink, sort, onSort, empty, foot }: Props<Row>) {
  const { t } = useTranslation();
  if (rows !== undefined && rows.length === 0) return <>{empty}</>;
  return (
    <ScrollBox label={label} isBusy={rows === undefined}>
      <table className={classes["table"]} aria-label={label}>
        <DataTableHead columns={columns} sort={sort} onSort={onSort} />
        <tbody>
          {rows === undefined
            ? Array.from({ length: 6 }, (_, index) => (
                <tr key={index} className={classes["row"]}>
                  {columns.map((column) => (
                    <td key={column.id} className={classes["cell"]} data-label={column.header}>
                      <Skeleton height={14} radius="sm" aria-label={index === 0 ? t("ui:loading") : undefined} />
                    </td>
                  ))}
                </tr>
              ))
            : rows.map((row) => <DataTableRow key={rowKey(row)} columns={columns} row={row} link={rowLink?.(row)} />)}
        </tbody>
        {foot === undefined ? null : <tfoot className={classes["foot"]}>{foot}</tfoot>}
      </table>
    </ScrollBox>
  );
}
