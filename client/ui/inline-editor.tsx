import { ActionIcon } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import type { FocusEvent, KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import { faultText } from "#client/lib/fault-text.ts";
import classes from "#client/ui/inline-field.module.css";
import { InlineInput } from "#client/ui/inline-input.tsx";

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
  const failure = edit.phase === "failed" ? faultText(edit.error, t) : undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onRestore();
    }
    const isSave = variant !== "long-text" || event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && !event.nativeEvent.isComposing && isSave) {
      event.preventDefault();
      onSubmit();
    }
  };
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) edit.saveOnLeave();
  };
  return (
    <div className={classes["editor"]} onBlur={onBlur}>
      <InlineInput
        label={label}
        variant={variant}
        options={options}
        unit={unit}
        maxLength={maxLength}
        value={edit.draft}
        error={edit.phase === "unreadable" ? t("ui:field.notNumber") : failure}
        onType={edit.type}
        onKeyDown={onKeyDown}
      />
      <ActionIcon size={36} aria-label={t("common:save")} onClick={onSubmit}>
        <IconCheck size={18} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon size={36} variant="default" aria-label={t("common:cancel")} onClick={onRestore}>
        <IconX size={18} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
