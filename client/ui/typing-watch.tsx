import type { ReactNode } from "react";
import { useTyping } from "#client/lib/typing-port.ts";
import { TypingNote } from "#client/ui/typing-note.tsx";
import classes from "#client/ui/typing-note.module.css";

/** Around one input of a form: tells when it is written in, and shows who else writes in it. */
export function TypingWatch({ field, children }: { field: string; children: ReactNode }) {
  const { typists, note, stop } = useTyping(field);
  return (
    <div className={classes["watch"]} data-person-colour={typists[0]?.colour} onInput={note} onBlur={stop}>
      {children}
      <TypingNote typists={typists} />
    </div>
  );
}
