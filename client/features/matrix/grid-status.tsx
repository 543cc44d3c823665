import { useTranslation } from "react-i18next";
import { blockOf, type Cursor } from "#client/features/matrix/grid-keys.ts";
import type { MatrixTexts } from "#client/features/matrix/matrix-text.ts";
import classes from "#client/features/matrix/matrix.module.css";
import { currentAmount } from "#shared/features/matrix/edit-plan-rules.ts";
import { placeKey } from "#shared/features/matrix/matrix-rules.ts";
import type { Matrix, MatrixCell } from "#shared/features/matrix/matrix.ts";

type Props = { matrix: Matrix; cells: ReadonlyMap<string, MatrixCell>; texts: MatrixTexts; cursor: Cursor };

/** How many cells are chosen and what they come to; spoken once the choice rests. */
export function GridStatus({ matrix, cells, texts, cursor }: Props) {
  const { t } = useTranslation();
  const { top, bottom, left, right } = blockOf(cursor);
  const count = (bottom - top + 1) * (right - left + 1);
  return (
    <p role="status" className={classes["status"]} data-chrome>
      {count > 1 ? t("matrix:chosen", { count, sum: texts.show(sumIn()) }) : ""}
    </p>
  );

  function sumIn(): number {
    let sum = 0;
    for (const { participantId } of matrix.rows.slice(top, bottom + 1))
      for (const { id } of matrix.columns.slice(left, right + 1)) {
        const cell = cells.get(placeKey(participantId, id));
        sum += (matrix.by === "period" ? cell?.agreed : currentAmount(cell)) ?? 0;
      }
    return sum;
  }
}
