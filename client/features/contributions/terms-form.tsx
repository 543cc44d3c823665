import { NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AmountFields } from "#client/features/contributions/amount-fields.tsx";
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
  frame: { currency: string; durationMonths: number | null };
  /** Sentences beside the fields, by path. */
  faults: Record<string, string>;
  onChange: (text: TermsText) => void;
};

/** The figures of an offer: what a kind needs, no more. */
export function TermsForm({ kind, text, frame, faults, onChange }: Props) {
  const { t } = useTranslation();
  const { currency, durationMonths } = frame;
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
  const lastMonth =
    durationMonths === null
      ? t("contributions:form.toMonth")
      : t("contributions:form.toMonthOf", { last: durationMonths });
  const bases = valueBases.map((value) => ({ value, label: t(`contributions:basis.${value}`) }));
  return (
    <Stack gap="sm">
      <AmountFields kind={kind} text={text} currency={currency} faults={faults} onChange={put} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <div>
          {number("value", "valueCents", t(`contributions:form.${kind === "cash" ? "amount" : "value"}`, { currency }))}
          <ValueHint kind={kind} text={text} currency={currency} onTake={(value) => put({ value })} />
        </div>
        {kind === "cash" ? null : (
          <NativeSelect
            label={t("contributions:basis.title")}
            value={text.basis}
            error={faults["terms.basis"]}
            onChange={(event) => put({ basis: event.currentTarget.value as ValueBasis })}
            data={bases}
          />
        )}
        {number("fromMonth", "fromMonth", t("contributions:form.fromMonth"))}
        {number("toMonth", "toMonth", lastMonth)}
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
    </Stack>
  );
}
