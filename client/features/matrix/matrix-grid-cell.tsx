import { useEffect, useRef } from "react";
import { CellEditor } from "#client/features/matrix/cell-editor.tsx";
import { faceOf, type MatrixTexts } from "#client/features/matrix/matrix-text.ts";
import classes from "#client/features/matrix/matrix.module.css";
import type { Leave } from "#client/features/matrix/use-grid-editor.ts";
import type { Editing } from "#client/features/matrix/use-grid-cursor.ts";
import type { MatrixCell, MatrixSum } from "#shared/features/matrix/matrix.ts";

type Props = {
  place: string;
  column: number;
  cell: MatrixCell | undefined;
  sum: MatrixSum;
  texts: MatrixTexts;
  /** What was written and has not come back yet; undefined: nothing. */
  sent: number | null | undefined;
  left: number;
  width: number;
  isReadOnly: boolean;
  isActive: boolean;
  isChosen: boolean;
  editing: Editing | null;
  label: string;
  onSave: (text: string, where: Leave) => void;
  onCancel: () => void;
};

/** One cell: its figure, what is open in words below, and the editor when it is typed into. */
export function MatrixGridCell(props: Props) {
  const { cell, sum, texts, sent, isActive, isReadOnly, editing, label } = props;
  const element = useRef<HTMLDivElement>(null);
  const isEditing = editing !== null;
  useEffect(() => {
    const grid = element.current?.closest("[role=grid]");
    // The focus follows the active cell, but is not taken from elsewhere on the page.
    const isInGrid = grid?.contains(document.activeElement) || document.activeElement === document.body;
    if (isActive && !isEditing && isInGrid && grid?.matches("[data-used]"))
      element.current?.focus({ preventScroll: true });
  }, [isActive, isEditing]);
  const face = faceOf(cell, sum, texts);
  const figure = sent === undefined ? face.figure : sent === null ? "" : texts.show(sent);
  return (
    <div
      ref={element}
      role="gridcell"
      aria-colindex={props.column + 2}
      aria-selected={props.isChosen}
      // oxlint-disable-next-line jsx-a11y/role-supports-aria-props -- ARIA 1.2 has it on cells of a grid
      aria-readonly={isReadOnly || undefined}
      tabIndex={isActive ? 0 : -1}
      className={classes["cell"]}
      data-place={props.place}
      data-tone={face.tone}
      data-active={isActive || undefined}
      data-sent={sent !== undefined || undefined}
      style={{ left: props.left, width: props.width }}
    >
      {editing === null ? (
        <>
          <span className={classes["figure"]}>{figure}</span>
          {face.note === "" ? null : <span className={classes["note"]}> {face.note}</span>}
        </>
      ) : (
        <CellEditor label={label} editing={editing} onSave={props.onSave} onCancel={props.onCancel} />
      )}
    </div>
  );
}
