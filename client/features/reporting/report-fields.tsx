import { SimpleGrid, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LateReasonField } from "#client/features/reporting/late-reason-field.tsx";
import classes from "#client/features/reporting/report-card.module.css";
import { type NumberField, reportNumberFields } from "#client/features/reporting/report-number-fields.ts";
import type { ReportText } from "#client/features/reporting/report-text.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { TypingWatch } from "#client/ui/typing-watch.tsx";
import type { Report, TodoItem } from "#shared/features/reporting/update.ts";

type Props = {
  item: TodoItem;
  currency: string;
  /** The day that has passed, when the report needs a reason; null otherwise. */
  lateSince: string | null;
  text: ReportText;
  /** Sentences beside the fields. */
  faults: Partial<Record<keyof Report, string>>;
  onChange: (part: Partial<ReportText>) => void;
  onLeave: () => void;
};

/** The fields that a line of this kind is reported with; hints say what was planned and what was said last time. */
export function ReportFields({ item, currency, lateSince, text, faults, onChange, onLeave }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { delivered, forecast } = reportNumberFields(t, format, item, currency);
  const lastText = item.last?.text ?? "";
  const order = ["label", "input", "description", "error"] as ("label" | "input" | "description" | "error")[];
  const input = ({ name, label, hint }: NumberField) => (
    <TypingWatch key={name} field={name}>
      <TextInput
        label={label}
        description={hint}
        inputWrapperOrder={order}
        inputMode="decimal"
        autoComplete="off"
        value={text[name]}
        error={faults[name]}
        onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        onBlur={onLeave}
      />
    </TypingWatch>
  );
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
        {delivered.map(input)}
      </SimpleGrid>
      <details className={classes["forecast"]} open={forecast.some(({ name }) => text[name] !== "") || undefined}>
        <summary>{t("reporting:forecast")}</summary>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
          {forecast.map(input)}
        </SimpleGrid>
      </details>
      <TypingWatch field="text">
        <Textarea
          label={t("reporting:text")}
          description={lastText === "" ? undefined : t("reporting:lastText", { text: lastText.slice(0, 160) })}
          inputWrapperOrder={order}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={10_000}
          value={text.text}
          onChange={(event) => onChange({ text: event.currentTarget.value })}
          onBlur={onLeave}
        />
      </TypingWatch>
      <LateReasonField
        lateSince={lateSince}
        text={text.lateReason}
        error={faults.lateReason}
        onChange={(lateReason) => onChange({ lateReason })}
        onLeave={onLeave}
      />
    </>
  );
}
