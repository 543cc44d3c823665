import { Button, NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { NewOrganisation } from "#client/features/invitations/use-invitation-draft.ts";
import { CountrySelect } from "#client/features/organisations/country-select.tsx";
import { SimilarOrganisationList } from "#client/features/organisations/similar-organisation-list.tsx";
import { type OrganisationKind, organisationKinds } from "#shared/features/organisations/organisation-words.ts";

type Props = {
  organisation: NewOrganisation;
  errors: Record<string, string>;
  onChange: (organisation: NewOrganisation) => void;
  /** The person recognised it among those the directory knows. */
  onUse: (organisationId: string) => void;
  onBack: () => void;
};

/** What tells a new organisation from others, with those it may be the same as. */
export function NewOrganisationFields({ organisation, errors, onChange, onUse, onBack }: Props) {
  const { t } = useTranslation();
  const field = (key: "name" | "vatNumber" | "pic") => ({
    label: t(`organisations:field.${key}`),
    value: organisation[key],
    error: errors[`newOrganisation.${key}`] ?? errors[key],
    onChange: (event: FormEvent<HTMLInputElement>) => onChange({ ...organisation, [key]: event.currentTarget.value }),
  });
  const { name, vatNumber, pic } = organisation;
  return (
    <>
      <TextInput {...field("name")} required maxLength={300} data-autofocus />
      <SimilarOrganisationList name={name} vatNumber={vatNumber} pic={pic} onUse={({ id }) => onUse(id)} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect
          label={t("organisations:field.kind")}
          value={organisation.kind}
          data={organisationKinds.map((kind) => ({ value: kind, label: t(`organisations:kind.${kind}`) }))}
          onChange={(event) => onChange({ ...organisation, kind: event.currentTarget.value as OrganisationKind })}
        />
        <CountrySelect
          label={t("organisations:field.country")}
          value={organisation.country}
          onChoose={(country) => onChange({ ...organisation, country })}
          error={errors["newOrganisation.country"]}
        />
        <TextInput {...field("vatNumber")} maxLength={40} />
        <TextInput {...field("pic")} inputMode="numeric" maxLength={20} />
      </SimpleGrid>
      <Button variant="subtle" size="xs" onClick={onBack} px={0} style={{ alignSelf: "flex-start" }}>
        {t("invitations:form.fromDirectory")}
      </Button>
    </>
  );
}
