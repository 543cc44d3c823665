import { SimpleGrid, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TermsText } from "#client/features/contributions/terms-text.ts";
import type { ContributionKind } from "#shared/features/contributions/contribution-words.ts";

type Props = {
  kind: ContributionKind;
  text: TermsText;
  currency: string;
  faults: Record<string, string>;
  onChange: (part: Partial<TermsText>) => void;
};

/** How much, and at which rate: person-months for effort, a quantity with its unit for things, nothing for cash. */
export function AmountFields({ kind, text, currency, faults, onChange }: Props) {
  const { t } = useTranslation();
  const number = (name: "effort" | "quantity" | "rate", path: string, label: string) => (
    <TextInput
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={text[name]}
      error={faults[`terms.${path}`]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  // Cash rarely has a quantity; where an instalment count stands already, it stays editable.
  if (kind === "cash" && text.quantity === "" && text.unit === "") return null;
  if (kind === "effort") {
    return (
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {number("effort", "effortPmHundredths", t("contributions:form.effort"))}
        {number("rate", "rate", t("contributions:form.rateMonth", { currency }))}
      </SimpleGrid>
    );
  }
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      {number("quantity", "quantity", t("contributions:form.quantity"))}
      <TextInput
        label={t("contributions:form.unit")}
        placeholder={t("contributions:form.unitExample")}
        maxLength={40}
        value={text.unit}
        error={faults["terms.unit"]}
        onChange={(event) => onChange({ unit: event.currentTarget.value })}
      />
      {number("rate", "rate", t("contributions:form.rateUnit", { currency }))}
    </SimpleGrid>
  );
}
