import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { Sort } from "#client/lib/use-list-search.ts";
import classes from "#client/ui/data-table.module.css";

type Head = { id: string; header: string; isSortable?: boolean; isNumeric?: boolean; width?: string };
type Props = { columns: readonly Head[]; sort: Sort | undefined; onSort: ((sort: Sort) => void) | undefined };

/** Column heads; a sortable one is a button that tells its order to screen readers. */
export function DataTableHead({ columns, sort, onSort }: Props) {
  const orderOf = (column: Head) => (sort?.by !== column.id ? "none" : sort.isDescending ? "descending" : "ascending");
  const icons = { none: IconArrowsSort, ascending: IconArrowUp, descending: IconArrowDown };
  return (
    <thead className={classes["head"]}>
      <tr>
        {columns.map((column) => {
          const order = orderOf(column);
          const Picture = icons[order];
          const isSortable = column.isSortable === true && onSort !== undefined;
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={isSortable ? order : undefined}
              data-numeric={column.isNumeric || undefined}
              style={{ width: column.width }}
            >
              {isSortable ? (
                <UnstyledButton
                  className={classes["sort"]}
                  data-order={order}
                  onClick={() => onSort({ by: column.id, isDescending: order === "ascending" })}
                >
                  {column.header}
                  <Picture size={14} aria-hidden="true" />
                </UnstyledButton>
              ) : (
                column.header
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
