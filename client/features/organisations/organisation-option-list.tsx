import { Combobox } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { createOption } from "#client/features/organisations/use-organisation-picker.ts";
import { OrganisationText } from "#client/features/organisations/organisation-text.tsx";
import type { OrganisationOption } from "#shared/features/organisations/organisation-views.ts";

type Props = {
  label: string;
  options: readonly OrganisationOption[];
  value: string | null;
  isLoaded: boolean;
  canCreate: boolean;
  /** What has been typed so far, for the option that enters it as a new organisation. */
  typed: string;
};

/** The open list of a picker of organisations. */
export function OrganisationOptionList({ label, options, value, isLoaded, canCreate, typed }: Props) {
  const { t } = useTranslation();
  const name = typed.trim();
  return (
    <Combobox.Options mah={320} style={{ overflowY: "auto" }} aria-label={label}>
      {options.map((option) => (
        <Combobox.Option key={option.id} value={option.id} active={option.id === value}>
          <OrganisationText organisation={option} />
        </Combobox.Option>
      ))}
      {options.length === 0 && isLoaded ? <Combobox.Empty>{t("ui:nothingFound.title")}</Combobox.Empty> : null}
      {canCreate ? (
        <Combobox.Option value={createOption}>
          <IconPlus size={15} aria-hidden="true" style={{ verticalAlign: "-2px" }} />{" "}
          {name === "" ? t("organisations:select.create") : t("organisations:select.createNamed", { name })}
        </Combobox.Option>
      ) : null}
    </Combobox.Options>
  );
}
