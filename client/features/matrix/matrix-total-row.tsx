import { useTranslation } from "react-i18next";
import { NAME_WIDTH, ROW_HEIGHT, TOTAL_WIDTH } from "#client/features/matrix/grid-geometry.ts";
import { type MatrixTexts, sumText } from "#client/features/matrix/matrix-text.ts";
import classes from "#client/features/matrix/matrix.module.css";
import type { Matrix, MatrixSum } from "#shared/features/matrix/matrix.ts";

type Props = { matrix: Matrix; texts: MatrixTexts; drawn: readonly number[]; columnWidth: number; width: number };

/** Totals of the columns and of the whole; stays in sight. */
export function MatrixTotalRow({ matrix, texts, drawn, columnWidth, width }: Props) {
  const { t } = useTranslation();
  const written = (sum: MatrixSum) => {
    const { figure, note } = sumText(sum, texts);
    return (
      <>
        <span className={classes["figure"]}>{figure}</span>
        <span className={classes["note"]}>{note}</span>
      </>
    );
  };
  return (
    <div
      role="row"
      aria-rowindex={matrix.rows.length + 2}
      className={classes["foot"]}
      style={{ width, height: ROW_HEIGHT }}
    >
      <div role="rowheader" aria-colindex={1} className={classes["name"]} style={{ width: NAME_WIDTH }}>
        {t("matrix:total")}
      </div>
      {drawn.map((at) => {
        const column = matrix.columns[at];
        return column === undefined ? null : (
          <div
            key={at}
            role="gridcell"
            aria-colindex={at + 2}
            className={classes["cell"]}
            style={{ left: NAME_WIDTH + at * columnWidth, width: columnWidth }}
          >
            {written(column.sum)}
          </div>
        );
      })}
      <div
        role="gridcell"
        aria-colindex={matrix.columns.length + 2}
        className={classes["total"]}
        style={{ width: TOTAL_WIDTH }}
      >
        {written(matrix.total)}
      </div>
    </div>
  );
}
