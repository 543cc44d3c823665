import { type FocusEvent, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { indexes, NAME_WIDTH, ROW_HEIGHT, TOTAL_WIDTH } from "#client/features/matrix/grid-geometry.ts";
import { blockOf, type Size } from "#client/features/matrix/grid-keys.ts";
import { GridStatus } from "#client/features/matrix/grid-status.tsx";
import { MatrixGridHead } from "#client/features/matrix/matrix-grid-head.tsx";
import { MatrixGridRow } from "#client/features/matrix/matrix-grid-row.tsx";
import type { MatrixTexts } from "#client/features/matrix/matrix-text.ts";
import { MatrixTotalRow } from "#client/features/matrix/matrix-total-row.tsx";
import classes from "#client/features/matrix/matrix.module.css";
import { useGridActs } from "#client/features/matrix/use-grid-acts.ts";
import { useGridCursor } from "#client/features/matrix/use-grid-cursor.ts";
import { useGridWindow } from "#client/features/matrix/use-grid-window.ts";
import type { MatrixEdits } from "#client/features/matrix/use-matrix-edits.ts";
import { cellsByPlace } from "#shared/features/matrix/matrix-rules.ts";
import type { Matrix } from "#shared/features/matrix/matrix.ts";

type Props = {
  matrix: Matrix;
  texts: MatrixTexts;
  edits: MatrixEdits;
  onOpen: (participantId: string, columnId: string | null) => void;
};

/** The matrix as a grid with one tab stop: only the rows and columns in view are drawn, names and totals stay in sight. */
export function MatrixGrid({ matrix, texts, edits, onOpen }: Props) {
  const { t } = useTranslation();
  const cells = useMemo(() => cellsByPlace(matrix), [matrix]);
  const size = { rows: matrix.rows.length, columns: matrix.columns.length };
  const { box, range, columnWidth, reveal } = useGridWindow(size);
  const grid = useGridCursor(size, reveal);
  const acts = useGridActs({ matrix, cells, texts, edits, grid, onOpen });
  const { cursor, editing } = grid;
  const block = blockOf(cursor);
  const drawn = indexes(range.left, range.right, cursor.column);
  const width = NAME_WIDTH + size.columns * columnWidth + TOTAL_WIDTH;
  const shared = { matrix, texts, columnWidth, width };
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is on one of its cells */}
      <div
        ref={box}
        role="grid"
        aria-label={t("matrix:grid")}
        {...countsOf(size)}
        aria-multiselectable
        aria-readonly={matrix.by === "period" || undefined}
        className={classes["grid"]}
        data-editing={editing !== null || undefined}
        onBlur={noteBlur}
        {...acts.listeners}
      >
        <MatrixGridHead {...shared} drawn={drawn} />
        <div role="rowgroup" className={classes["rows"]} style={{ height: size.rows * ROW_HEIGHT, width }}>
          {indexes(range.top, range.bottom, cursor.row).map((at) => {
            const row = matrix.rows[at];
            const isChosen = at >= block.top && at <= block.bottom;
            return row === undefined ? null : (
              <MatrixGridRow
                key={row.participantId}
                {...shared}
                row={row}
                at={at}
                cells={cells}
                sent={edits.sent}
                first={range.left}
                last={range.right}
                active={at === cursor.row ? cursor.column : -1}
                chosenFrom={isChosen ? block.left : -1}
                chosenTo={isChosen ? block.right : -1}
                editing={at === cursor.row ? editing : null}
                onSave={acts.save}
                onCancel={acts.cancel}
              />
            );
          })}
        </div>
        <MatrixTotalRow {...shared} drawn={drawn} />
      </div>
      <GridStatus matrix={matrix} cells={cells} texts={texts} cursor={cursor} />
    </>
  );
}

function countsOf({ rows, columns }: Size) {
  // Names and totals count, too.
  return { "aria-rowcount": rows + 2, "aria-colcount": columns + 2 };
}

/** Once it is left, the grid takes no focus. */
function noteBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void {
  if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) delete currentTarget.dataset["used"];
}
