import { Link, type LinkProps } from "@tanstack/react-router";
import type { Column } from "#client/ui/data-table.tsx";
import classes from "#client/ui/data-table.module.css";

type Props<Row> = { columns: readonly Column<Row>[]; row: Row; link: LinkProps | undefined };

/** A row: its first cell is its heading and, with a link, opens it from anywhere in the row. */
export function DataTableRow<Row>({ columns, row, link }: Props<Row>) {
  const [main, ...others] = columns;
  return (
    <tr className={classes["row"]} data-linked={link === undefined ? undefined : true}>
      {main === undefined ? null : (
        <th scope="row" className={classes["main"]}>
          {link === undefined ? (
            main.cell(row)
          ) : (
            <Link {...link} className={classes["link"] ?? ""} data-row-link>
              {main.cell(row)}
            </Link>
          )}
        </th>
      )}
      {others.map((column) => (
        <td
          key={column.id}
          className={classes["cell"]}
          data-label={column.header}
          data-numeric={column.isNumeric || undefined}
          data-wide={column.isWideOnly || undefined}
          data-name={column.isName || undefined}
        >
          <div className={classes["value"]}>{column.cell(row)}</div>
        </td>
      ))}
    </tr>
  );
}
