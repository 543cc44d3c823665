import { Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "#client/lib/use-format.ts";

type Props = {
  /** The due day that has passed; null while the report is in time. */
  lateSince: string | null;
  text: string;
  error: string | undefined;
  onChange: (text: string) => void;
  onLeave: () => void;
};

/** Why a report comes late: asked for after the due day, and shown as long as something stands there. */
export function LateReasonField({ lateSince, text, error, onChange, onLeave }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (lateSince === null && text === "") return null;
  return (
    <Textarea
      label={t("reporting:lateReason")}
      description={lateSince === null ? undefined : t("reporting:lateReasonHint", { day: format.day(lateSince) })}
      inputWrapperOrder={["label", "input", "description", "error"]}
      required={lateSince !== null}
      autosize
      minRows={1}
      maxRows={6}
      maxLength={2_000}
      value={text}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onLeave}
    />
  );
}
