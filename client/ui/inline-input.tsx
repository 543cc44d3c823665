import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";

import type { EditorVariant } from "#client/ui/inline-editor.tsx";
import classes from "#client/ui/inline-field.module.css";

const numeric: ReadonlySet<EditorVariant> = new Set(["number", "effort", "share", "money", "decimal"]);

type Props = {
  label: string;
  variant: EditorVariant;
  options?: readonly { value: string; label: string }[];
  unit?: string;
  maxLength?: number;
  value: string;
  error: string | undefined;
  onType: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** The input an inline field needs for its kind of value. */
export function InlineInput({ label, variant, options, unit, maxLength, value, error, onType, onKeyDown }: Props) {
  const { t } = useTranslation();
  const common = {
    "aria-label": label,
    value,
    error,
    // The person has just asked to edit this; focus anywhere else would lose the keyboard.
    autoFocus: true,
    onKeyDown,
    onChange: (event: { currentTarget: { value: string } }) => onType(event.currentTarget.value),
    className: classes["input"] ?? "",
  };
  if (variant === "select") return <NativeSelect {...common} data={[...(options ?? [])]} />;
  if (variant === "long-text") {
    return (
      <Textarea
        {...common}
        autosize
        minRows={3}
        maxRows={16}
        maxLength={maxLength}
        description={t("ui:field.saveHint")}
        inputWrapperOrder={["input", "description", "error"]}
      />
    );
  }
  return (
    <TextInput
      {...common}
      type={variant === "date" ? "date" : "text"}
      inputMode={numeric.has(variant) ? "decimal" : undefined}
      maxLength={maxLength}
      onFocus={(event) => (variant === "date" ? undefined : event.currentTarget.select())}
      rightSection={unit === undefined ? undefined : <span className={classes["unit"]}>{unit}</span>}
      rightSectionWidth={unit === undefined ? undefined : `${unit.length + 2}ch`}
    />
  );
}
