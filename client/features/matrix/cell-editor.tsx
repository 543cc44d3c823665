import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import classes from "#client/features/matrix/matrix.module.css";
import type { Leave } from "#client/features/matrix/use-grid-editor.ts";
import type { Editing } from "#client/features/matrix/use-grid-cursor.ts";

type Props = {
  label: string;
  editing: Editing;
  onSave: (text: string, where: Leave) => void;
  onCancel: () => void;
};

/** Types into a cell: Enter saves and goes down, Tab to the right, leaving saves, Esc keeps what was there. */
export function CellEditor({ label, editing, onSave, onCancel }: Props) {
  const [text, setText] = useState(editing.text);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  const problemId = useId();
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    if (!editing.isTyped) input.current?.select();
    isDone.current = false;
  }, [editing]);
  const finish = (where: Leave) => {
    if (isDone.current) return;
    isDone.current = true;
    onSave(text, where);
  };
  const press = (event: KeyboardEvent) => {
    const where = leaveBy(event.key, event.shiftKey);
    if (event.key === "Escape") {
      isDone.current = true;
      onCancel();
    } else if (where === null || event.nativeEvent.isComposing) return;
    else finish(where);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <input
        ref={input}
        className={classes["input"]}
        aria-label={label}
        aria-invalid={editing.problem !== null || undefined}
        aria-describedby={editing.problem === null ? undefined : problemId}
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={() => finish("stay")}
      />
      {editing.problem === null ? null : (
        <span id={problemId} role="alert" className={classes["problem"]}>
          {editing.problem}
        </span>
      )}
    </>
  );
}

function leaveBy(key: string, isBack: boolean): Leave | null {
  if (key === "Enter") return isBack ? "up" : "down";
  if (key === "Tab") return isBack ? "back" : "next";
  return null;
}
