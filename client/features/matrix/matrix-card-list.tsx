import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { MatrixCardField } from "#client/features/matrix/matrix-card-field.tsx";
import { type MatrixTexts, rowText, sumText } from "#client/features/matrix/matrix-text.ts";
import classes from "#client/features/matrix/matrix.module.css";
import type { MatrixEdits } from "#client/features/matrix/use-matrix-edits.ts";
import { cellsByPlace, placeKey } from "#shared/features/matrix/matrix-rules.ts";
import type { Matrix } from "#shared/features/matrix/matrix.ts";

type Props = {
  matrix: Matrix;
  texts: MatrixTexts;
  edits: MatrixEdits;
  onOpen: (participantId: string, columnId: string | null) => void;
};

/** The matrix on a phone: one card for each participant, the own one first, its streams under a disclosure. */
export function MatrixCardList({ matrix, texts, edits, onOpen }: Props) {
  const { t } = useTranslation();
  const cells = useMemo(() => cellsByPlace(matrix), [matrix]);
  const rows = [...matrix.rows.filter(({ own }) => own), ...matrix.rows.filter(({ own }) => !own)];
  const total = sumText(matrix.total, texts);
  return (
    <ul className={classes["cards"]}>
      {rows.map((row) => {
        const sum = sumText(row.sum, texts);
        return (
          <li key={row.participantId} className={classes["card"]}>
            <details open={row.own}>
              <summary>
                <span>
                  {rowText(row)} {row.own ? <span className={classes["own"]}>{t("matrix:own")}</span> : null}
                </span>
                <span className={classes["cardSum"]}>
                  {sum.figure} <span className={classes["note"]}>{sum.note}</span>
                </span>
              </summary>
              <ul>
                {matrix.columns.map((column) => (
                  <MatrixCardField
                    key={column.id}
                    matrix={matrix}
                    row={row}
                    column={column}
                    cell={cells.get(placeKey(row.participantId, column.id))}
                    texts={texts}
                    edits={edits}
                    onOpen={() => onOpen(row.participantId, column.id)}
                  />
                ))}
              </ul>
            </details>
          </li>
        );
      })}
      <li className={classes["card"]}>
        <strong className={classes["cardSum"]}>
          {t("matrix:total")}: {total.figure} <span className={classes["note"]}>{total.note}</span>
        </strong>
      </li>
    </ul>
  );
}
