import { type ReactNode, useEffect, useId } from "react";
import { useTranslation } from "react-i18next";
import type { FieldCodec } from "#client/lib/field-codec.ts";
import { type PresentRow, useInlineEdit } from "#client/lib/use-inline-edit.ts";
import { useTyping } from "#client/lib/typing-port.ts";
import { useReturnedFocus } from "#client/lib/use-returned-focus.ts";
import { InlineConflict } from "#client/ui/inline-conflict.tsx";
import { InlineEditor, type EditorVariant } from "#client/ui/inline-editor.tsx";
import { InlineOpener } from "#client/ui/inline-opener.tsx";
import { TypingNote } from "#client/ui/typing-note.tsx";
import classes from "#client/ui/inline-field.module.css";

type Props<Value extends string | number> = {
  label: string;
  value: Value | null;
  onSave: (value: Value | null, present?: PresentRow) => Promise<unknown>;
  canEdit: boolean;
  name: string;
  format?: (value: Value | null) => ReactNode;
  isLabelHidden?: boolean;
  maxLength?: number;
  variant: EditorVariant;
  options?: readonly { value: string; label: string }[];
  codec: FieldCodec<Value | null>;
  unit?: string;
  write: (value: Value) => string;
};

function SpokenPhase({ phase }: { phase: string }) {
  const { t } = useTranslation();
  return (
    <span role="status" className={classes["spoken"]}>
      {phase === "saving" || phase === "saved" ? t(`ui:field.${phase}`) : ""}
    </span>
  );
}

function withTyping<Edit extends { type: (text: string) => void }>(edit: Edit, note: () => void): Edit {
  const type = (text: string) => {
    edit.type(text);
    note();
  };
  return { ...edit, type };
}

/** Body of `InlineField` for one kind of value: shows it, edits it, and settles conflicts. */
export function InlineFieldBody<Value extends string | number>(props: Props<Value>) {
  const { label, value, canEdit, name, format, write, codec } = props;
  const { t } = useTranslation();
  const id = useId();
  const edit = useInlineEdit({ value, codec, onSave: props.onSave });
  const { opener, closing } = useReturnedFocus(edit.isOpen);
  const typing = useTyping(name);
  const { stop } = typing;
  useEffect(() => {
    if (!edit.isOpen) stop();
  }, [edit.isOpen, stop]);
  const read = (shown: Value | null) => {
    if (shown === null)
      return <span className={classes["empty"]}>{t(canEdit ? "ui:field.add" : "ui:field.empty")}</span>;
    return format?.(shown) ?? write(shown);
  };
  // Theirs came with the refusal, or before it with the live row.
  const theirs = (edit.present === undefined ? value : edit.present[name]) as Value | null | undefined;
  return (
    <div className={classes["field"]} data-phase={edit.phase} data-person-colour={typing.typists[0]?.colour}>
      <span id={id} className={classes["label"]} hidden={props.isLabelHidden}>
        {label}
      </span>
      {edit.isOpen ? (
        <InlineEditor
          {...props}
          edit={withTyping(edit, typing.note)}
          onSubmit={closing(() => edit.save())}
          onRestore={closing(edit.restore)}
        />
      ) : canEdit ? (
        <InlineOpener
          ref={opener}
          hint={t("ui:field.editNamed", { name: label })}
          phase={edit.phase}
          isLong={props.variant === "long-text"}
          onOpen={edit.start}
        >
          {read(edit.shown)}
        </InlineOpener>
      ) : (
        <div className={classes["value"]} data-locked>
          <span className={classes["text"]}>{read(value)}</span>
        </div>
      )}
      {edit.phase === "conflict" ? (
        <InlineConflict
          yours={edit.draft}
          theirs={theirs === undefined || theirs === null ? null : write(theirs)}
          onKeepMine={closing(edit.keepMine)}
          onTakeTheirs={closing(edit.restore)}
        />
      ) : null}
      <TypingNote typists={typing.typists} />
      <SpokenPhase phase={edit.phase} />
    </div>
  );
}
