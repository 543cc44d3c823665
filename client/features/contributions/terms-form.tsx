import { Group, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TermsText } from "#client/features/contributions/terms-text.ts";
import { ValueHint } from "#client/features/contributions/value-hint.tsx";
import {
  type ContributionKind,
  valueBases,
  type ValueBasis,
} from "#shared/features/contributions/contribution-words.ts";

type Props = {
  kind: ContributionKind;
  text: TermsText;
  currency: string;
  durationMonths: number | null;
  /** Sentences beside the fields, by path. */
  faults: Record<string, string>;
  onChange: (text: TermsText) => void;
};

/** The figures of an offer: what a kind needs, no more. */
export function TermsForm({ kind, text, currency, durationMonths, faults, onChange }: Props) {
  const { t } = useTranslation();
  const put = (part: Partial<TermsText>) => onChange({ ...text, ...part });
  const number = (name: keyof TermsText, path: string, label: string) => (
    <TextInput
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={text[name]}
      error={faults[`terms.${path}`]}
      onChange={(event) => put({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Stack gap="sm">
      {kind === "effort" ? (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {number("effort", "effortPmHundredths", t("contributions:form.effort"))}
          {number("rate", "rate", t("contributions:form.rateMonth", { currency }))}
        </SimpleGrid>
      ) : kind === "cash" ? null : (
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          {number("quantity", "quantity", t("contributions:form.quantity"))}
          <TextInput
            label={t("contributions:form.unit")}
            placeholder={t("contributions:form.unitExample")}
            maxLength={40}
            value={text.unit}
            error={faults["terms.unit"]}
            onChange={(event) => put({ unit: event.currentTarget.value })}
          />
          {number("rate", "rate", t("contributions:form.rateUnit", { currency }))}
        </SimpleGrid>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <div>
          {number(
            "value",
            "valueCents",
            t(kind === "cash" ? "contributions:form.amount" : "contributions:form.value", { currency }),
          )}
          <ValueHint kind={kind} text={text} currency={currency} onTake={(value) => put({ value })} />
        </div>
        {kind === "cash" ? null : (
          <NativeSelect
            label={t("contributions:basis.title")}
            value={text.basis}
            error={faults["terms.basis"]}
            onChange={(event) => put({ basis: event.currentTarget.value as ValueBasis })}
            data={valueBases.map((value) => ({ value, label: t(`contributions:basis.${value}`) }))}
          />
        )}
      </SimpleGrid>
      <Textarea
        label={t("contributions:form.basisNote")}
        description={t("contributions:form.basisNoteHint")}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        value={text.basisNote}
        error={faults["terms.basisNote"]}
        onChange={(event) => put({ basisNote: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        {number("fromMonth", "fromMonth", t("contributions:form.fromMonth"))}
        {number(
          "toMonth",
          "toMonth",
          durationMonths === null
            ? t("contributions:form.toMonth")
            : t("contributions:form.toMonthOf", { last: durationMonths }),
        )}
      </Group>
    </Stack>
  );
}
