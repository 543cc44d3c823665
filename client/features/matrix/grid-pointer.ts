import type { FocusEvent, MouseEvent, PointerEvent } from "react";
import { type Cursor, cursorAt } from "#client/features/matrix/grid-keys.ts";
import type { GridCursor } from "#client/features/matrix/use-grid-cursor.ts";
import type { GridEditor } from "#client/features/matrix/use-grid-editor.ts";

function placeOf(target: EventTarget): Cursor | null {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null;
  const [row, column] = element?.dataset["place"]?.split(" ").map(Number) ?? [];
  return row === undefined || column === undefined ? null : cursorAt(row, column);
}

/** A click or focus chooses a cell, Shift or dragging a block, a double click edits. */
export function gridPointer({ cursor, editing, go }: GridCursor, { edit, isStuck }: GridEditor) {
  return {
    onPointerDown(event: PointerEvent): void {
      const place = placeOf(event.target);
      if (place === null || event.target instanceof HTMLInputElement || event.button !== 0) return;
      if (editing !== null && document.activeElement instanceof HTMLElement) {
        // Saves what is being typed; stays there when it is no amount.
        document.activeElement.blur();
        if (isStuck()) return event.preventDefault();
      }
      go(event.shiftKey ? { ...place, anchor: cursor.anchor } : place);
    },
    /** While the grid is in use its cells take the focus as the cursor moves; and the cursor follows a focus set from outside. */
    onFocus({ currentTarget, target }: FocusEvent<HTMLElement>): void {
      currentTarget.dataset["used"] = "true";
      const place = placeOf(target);
      const isThere = place === null || (place.row === cursor.row && place.column === cursor.column);
      if (!isThere && target.matches("[data-place]")) go(place);
    },
    onPointerMove(event: PointerEvent): void {
      if (event.buttons !== 1 || editing !== null || event.pointerType === "touch") return;
      const place = placeOf(event.target);
      if (place === null || (place.row === cursor.row && place.column === cursor.column)) return;
      go({ ...place, anchor: cursor.anchor });
    },
    onDoubleClick(event: MouseEvent): void {
      if (placeOf(event.target) !== null && !(event.target instanceof HTMLInputElement)) edit();
    },
  };
}
