import { SimpleGrid, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "#client/features/reporting/report-card.module.css";
import type { ReportText } from "#client/features/reporting/report-text.ts";
import { useFormat } from "#client/lib/use-format.ts";
import type { Report, TodoItem } from "#shared/features/reporting/update.ts";

type Props = {
  item: TodoItem;
  currency: string;
  text: ReportText;
  /** Sentences beside the fields. */
  faults: Partial<Record<keyof Report, string>>;
  onChange: (part: Partial<ReportText>) => void;
  onLeave: () => void;
};

type NumberField = { name: keyof Report; label: string; hint: string | undefined };

/** The fields that a line of this kind is reported with; hints say what was planned and what is left. */
export function ReportFields({ item, currency, text, faults, onChange, onLeave }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { planned } = item;
  const plan = (amount: string) => t("reporting:planned", { amount });
  const last = item.last === null ? undefined : t("reporting:lastText", { text: item.last.text.slice(0, 160) });
  const fields: NumberField[] = [];
  const forecast: NumberField[] = [];
  if (item.kind === "effort") {
    fields.push({
      name: "deliveredPmHundredths",
      label: t("reporting:deliveredEffort"),
      hint: plan(format.effort(planned.pmHundredths)),
    });
    forecast.push({
      name: "remainingPmHundredths",
      label: t("reporting:remainingEffort"),
      hint: t("reporting:leaveEmpty"),
    });
  } else if (item.unit !== null) {
    fields.push({
      name: "deliveredQuantity",
      label: t("reporting:deliveredQuantity", { unit: item.unit }),
      hint: t("reporting:agreedAmount", { amount: `${format.decimal(item.quantity ?? "0")} ${item.unit}` }),
    });
    forecast.push({
      name: "remainingQuantity",
      label: t("reporting:remainingQuantity", { unit: item.unit }),
      hint: t("reporting:leaveEmpty"),
    });
  }
  fields.push({
    name: "deliveredCents",
    label: t("reporting:deliveredValue", { currency }),
    hint: item.valueCents === null ? undefined : plan(format.money(planned.cents, currency)),
  });
  forecast.push({
    name: "remainingCents",
    label: t("reporting:remainingValue", { currency }),
    hint: t("reporting:leaveEmpty"),
  });
  fields.push({
    name: "progressBp",
    label: t("reporting:progress"),
    hint:
      item.last?.progressBp == null
        ? undefined
        : t("reporting:lastProgress", { share: format.share(item.last.progressBp) }),
  });
  const input = ({ name, label, hint }: NumberField) => (
    <TextInput
      key={name}
      label={label}
      description={hint}
      inputWrapperOrder={["label", "input", "description", "error"]}
      inputMode="decimal"
      autoComplete="off"
      value={text[name]}
      error={faults[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      onBlur={onLeave}
    />
  );
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
        {fields.map(input)}
      </SimpleGrid>
      <details className={classes["forecast"]} open={forecast.some(({ name }) => text[name] !== "") || undefined}>
        <summary>{t("reporting:forecast")}</summary>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
          {forecast.map(input)}
        </SimpleGrid>
      </details>
      <Textarea
        label={t("reporting:text")}
        description={item.last?.text ? last : undefined}
        inputWrapperOrder={["label", "input", "description", "error"]}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={10_000}
        value={text.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        onBlur={onLeave}
        mt="xs"
      />
    </>
  );
}
