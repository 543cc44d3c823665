import { memo } from "react";
import { useTranslation } from "react-i18next";
import { indexes, NAME_WIDTH, ROW_HEIGHT, TOTAL_WIDTH } from "#client/features/matrix/grid-geometry.ts";
import { MatrixGridCell } from "#client/features/matrix/matrix-grid-cell.tsx";
import { type MatrixTexts, rowText, sumText } from "#client/features/matrix/matrix-text.ts";
import classes from "#client/features/matrix/matrix.module.css";
import type { Leave } from "#client/features/matrix/use-grid-editor.ts";
import type { Editing } from "#client/features/matrix/use-grid-cursor.ts";
import { emptyCellSum, placeKey } from "#shared/features/matrix/matrix-rules.ts";
import type { Matrix, MatrixCell, MatrixRow } from "#shared/features/matrix/matrix.ts";

type Props = {
  matrix: Matrix;
  row: MatrixRow;
  at: number;
  cells: ReadonlyMap<string, MatrixCell>;
  texts: MatrixTexts;
  sent: ReadonlyMap<string, number | null>;
  first: number;
  last: number;
  columnWidth: number;
  width: number;
  /** Column of the active cell; -1: it is in another row. */
  active: number;
  chosenFrom: number;
  chosenTo: number;
  editing: Editing | null;
  onSave: (text: string, where: Leave) => void;
  onCancel: () => void;
};

function Row(props: Props) {
  const { matrix, row, at, cells, texts, sent, columnWidth, active, chosenFrom, chosenTo } = props;
  const { t } = useTranslation();
  const sum = sumText(row.sum, texts);
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className={classes["row"]}
      data-own={row.own || undefined}
      style={{ transform: `translateY(${at * ROW_HEIGHT}px)`, width: props.width }}
    >
      <div role="rowheader" aria-colindex={1} className={classes["name"]} style={{ width: NAME_WIDTH }}>
        <span className={classes["nameText"]} title={row.name}>
          {rowText(row)}
        </span>
        {row.own ? <span className={classes["own"]}>{t("matrix:own")}</span> : null}
      </div>
      {indexes(props.first, props.last, active).map((column) => {
        const head = matrix.columns[column];
        if (head === undefined) return null;
        const key = placeKey(row.participantId, head.id);
        const cell = cells.get(key);
        return (
          <MatrixGridCell
            key={column}
            place={`${at} ${column}`}
            column={column}
            cell={cell}
            sum={cell ?? emptyCellSum(row.sum, head.sum)}
            texts={texts}
            sent={sent.get(key)}
            left={NAME_WIDTH + column * columnWidth}
            width={columnWidth}
            isReadOnly={!row.mayEdit || (cell?.lines.length ?? 0) > 1 || cell?.lines[0]?.act === null}
            isActive={column === active}
            isChosen={column >= chosenFrom && column <= chosenTo && chosenFrom !== -1}
            editing={column === active ? props.editing : null}
            label={`${rowText(row)}, ${texts.column(head)}`}
            onSave={props.onSave}
            onCancel={props.onCancel}
          />
        );
      })}
      <div
        role="gridcell"
        aria-colindex={matrix.columns.length + 2}
        className={classes["total"]}
        style={{ width: TOTAL_WIDTH }}
      >
        <span className={classes["figure"]}>{sum.figure}</span>
        <span className={classes["note"]}>{sum.note}</span>
      </div>
    </div>
  );
}

/** One participant; drawn again only when something of this row changes. The acts of the grid differ at every drawing, and only an open editor calls them. */
export const MatrixGridRow = memo(Row, (before, after) => {
  if (before.editing !== null || after.editing !== null) return false;
  const { onSave: _, onCancel: __, ...now } = after;
  return (Object.keys(now) as (keyof typeof now)[]).every((name) => before[name] === after[name]);
});
