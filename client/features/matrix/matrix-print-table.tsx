import { useTranslation } from "react-i18next";
import { faceOf, type MatrixTexts, rowText, sumText } from "#client/features/matrix/matrix-text.ts";
import classes from "#client/features/matrix/matrix.module.css";
import { cellsByPlace, emptyCellSum, placeKey } from "#shared/features/matrix/matrix-rules.ts";
import type { Matrix, MatrixSum } from "#shared/features/matrix/matrix.ts";

/** The whole matrix as a plain table, for paper. */
export function MatrixPrintTable({ matrix, texts }: { matrix: Matrix; texts: MatrixTexts }) {
  const { t } = useTranslation();
  const cells = cellsByPlace(matrix);
  const written = (sum: MatrixSum) => Object.values(sumText(sum, texts)).filter(Boolean).join(" ");
  return (
    <table className={classes["print"]}>
      <thead>
        <tr>
          <th scope="col">{t("matrix:member")}</th>
          {matrix.columns.map((column) => (
            <th key={column.id} scope="col">
              {column.id === null || column.months ? texts.column(column) : column.code}
            </th>
          ))}
          <th scope="col">{t("matrix:total")}</th>
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map((row) => (
          <tr key={row.participantId}>
            <th scope="row">{rowText(row)}</th>
            {matrix.columns.map((column) => {
              const cell = cells.get(placeKey(row.participantId, column.id));
              const { figure, note } = faceOf(cell, cell ?? emptyCellSum(row.sum, column.sum), texts);
              return <td key={column.id}>{`${figure} ${note}`.trim()}</td>;
            })}
            <td>{written(row.sum)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("matrix:total")}</th>
          {matrix.columns.map((column) => (
            <td key={column.id}>{written(column.sum)}</td>
          ))}
          <td>{written(matrix.total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
