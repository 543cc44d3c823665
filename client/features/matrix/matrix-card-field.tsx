import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MatrixCardForm } from "#client/features/matrix/matrix-card-form.tsx";
import { faceOf, type MatrixTexts } from "#client/features/matrix/matrix-text.ts";
import classes from "#client/features/matrix/matrix.module.css";
import type { MatrixEdits } from "#client/features/matrix/use-matrix-edits.ts";
import { cellProblem, currentAmount } from "#shared/features/matrix/edit-plan-rules.ts";
import { emptyCellSum, placeKey } from "#shared/features/matrix/matrix-rules.ts";
import type { Matrix, MatrixCell, MatrixColumn, MatrixRow } from "#shared/features/matrix/matrix.ts";

type Props = {
  matrix: Matrix;
  row: MatrixRow;
  column: MatrixColumn;
  cell: MatrixCell | undefined;
  texts: MatrixTexts;
  edits: MatrixEdits;
  onOpen: () => void;
};

/** One cell on a phone: touched, it becomes a field with a button, or opens its lines. */
export function MatrixCardField({ matrix, row, column, cell, texts, edits, onOpen }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const face = faceOf(cell, cell ?? emptyCellSum(row.sum, column.sum), texts);
  const sent = edits.sent.get(placeKey(row.participantId, column.id));
  const figure = sent === undefined ? face.figure : sent === null ? "" : texts.show(sent);
  const isClosed = cellProblem(matrix, row.mayEdit, cell) !== null;
  const name = texts.column(column);
  const save = (wished: string) => {
    const found = edits.type(row.participantId, column.id, wished);
    setProblem(found === null ? null : t(`matrix:problem.${found}`));
    if (found === null) setText(null);
  };
  if (text !== null)
    return (
      <MatrixCardForm
        name={name}
        text={text}
        problem={problem}
        onType={setText}
        onSave={save}
        onCancel={() => setText(null)}
      />
    );
  const amount = currentAmount(cell);
  const begin = () => (isClosed ? onOpen() : setText(amount === null ? "" : texts.write(amount)));
  const isIdle = isClosed && (cell?.lines.length ?? 0) === 0;
  const shown = (
    <>
      <span>{name}</span>
      <span className={classes["cardFigure"]} data-tone={face.tone}>
        <strong>{figure === "" && face.note === "" ? "–" : figure}</strong>{" "}
        <span className={classes["note"]}>{face.note}</span>
      </span>
    </>
  );
  return (
    <li>
      {isIdle ? (
        <div className={classes["cardLine"]}>{shown}</div>
      ) : (
        <button type="button" className={classes["cardLine"]} onClick={begin}>
          {shown}
        </button>
      )}
    </li>
  );
}
