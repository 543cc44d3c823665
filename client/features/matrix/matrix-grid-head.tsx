import { useTranslation } from "react-i18next";
import { HEAD_HEIGHT, NAME_WIDTH, TOTAL_WIDTH } from "#client/features/matrix/grid-geometry.ts";
import type { MatrixTexts } from "#client/features/matrix/matrix-text.ts";
import classes from "#client/features/matrix/matrix.module.css";
import type { Matrix } from "#shared/features/matrix/matrix.ts";

type Props = { matrix: Matrix; texts: MatrixTexts; drawn: readonly number[]; columnWidth: number; width: number };

/** Names of the columns; stays in sight. */
export function MatrixGridHead({ matrix, texts, drawn, columnWidth, width }: Props) {
  const { t } = useTranslation();
  return (
    <div role="row" aria-rowindex={1} className={classes["head"]} style={{ width, height: HEAD_HEIGHT }}>
      <div role="columnheader" aria-colindex={1} className={classes["name"]} style={{ width: NAME_WIDTH }}>
        {t("matrix:member")}
      </div>
      {drawn.map((at) => {
        const column = matrix.columns[at];
        if (column === undefined) return null;
        const { id, code, title, months } = column;
        return (
          <div
            key={at}
            role="columnheader"
            aria-colindex={at + 2}
            className={classes["headCell"]}
            style={{ left: NAME_WIDTH + at * columnWidth, width: columnWidth }}
            title={texts.column(column)}
          >
            <span className={classes["code"]}>{id === null || months !== null ? texts.column(column) : code}</span>
            <span className={classes["note"]}>
              {months === null ? title : t("contributions:monthsRange", { from: months.start, to: months.end })}
            </span>
          </div>
        );
      })}
      <div
        role="columnheader"
        aria-colindex={matrix.columns.length + 2}
        className={classes["total"]}
        style={{ width: TOTAL_WIDTH }}
      >
        {t("matrix:total")}
      </div>
    </div>
  );
}
