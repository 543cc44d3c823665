import { ActionIcon, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import type { FocusEvent, KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { faultText } from "#client/lib/fault-text.ts";
import classes from "#client/ui/inline-field.module.css";

export type EditorVariant =
  | "text"
  | "long-text"
  | "date"
  | "decimal"
  | "select"
  | "number"
  | "effort"
  | "share"
  | "money";

type Edit = { phase: string; draft: string; error: unknown; type: (text: string) => void; saveOnLeave: () => void };

type Props = {
  label: string;
  variant: EditorVariant;
  options?: readonly { value: string; label: string }[];
  unit?: string;
  maxLength?: number;
  edit: Edit;
  onSubmit: () => void;
  onRestore: () => void;
};

/** The input of an inline field with its save and restore buttons, which stay visible for touch. */
export function InlineEditor({ label, variant, options, unit, maxLength, edit, onSubmit, onRestore }: Props) {
  const { t } = useTranslation();
  const isLong = variant === "long-text";
  const error =
    edit.phase === "unreadable"
      ? t("ui:field.notNumber")
      : edit.phase === "failed"
        ? faultText(edit.error, t)
        : undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onRestore();
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit();
    }
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) edit.saveOnLeave();
  };
  const common = {
    "aria-label": label,
    value: edit.draft,
    error,
    autoFocus: true,
    onKeyDown,
    onChange: (event: { currentTarget: { value: string } }) => edit.type(event.currentTarget.value),
    className: classes["input"] ?? "",
  };
  const isNumeric = ["number", "effort", "share", "money", "decimal"].includes(variant);
  return (
    <div className={classes["editor"]} onBlur={onBlur}>
      {variant === "select" ? (
        <NativeSelect {...common} data={[...(options ?? [])]} />
      ) : isLong ? (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxRows={16}
          maxLength={maxLength}
          description={t("ui:field.saveHint")}
          inputWrapperOrder={["input", "description", "error"]}
        />
      ) : (
        <TextInput
          {...common}
          type={variant === "date" ? "date" : "text"}
          inputMode={isNumeric ? "decimal" : undefined}
          maxLength={maxLength}
          onFocus={(event) => (variant === "date" ? undefined : event.currentTarget.select())}
          rightSection={unit === undefined ? undefined : <span className={classes["unit"]}>{unit}</span>}
          rightSectionWidth={unit === undefined ? undefined : `${unit.length + 2}ch`}
        />
      )}
      <ActionIcon size={36} aria-label={t("common:save")} onClick={onSubmit}>
        <IconCheck size={18} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon size={36} variant="default" aria-label={t("common:cancel")} onClick={onRestore}>
        <IconX size={18} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
