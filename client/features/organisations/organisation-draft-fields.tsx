import { NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { CountrySelect } from "#client/features/organisations/country-select.tsx";
import { SimilarOrganisationList } from "#client/features/organisations/similar-organisation-list.tsx";
import type { OrganisationDraft, TextField } from "#client/features/organisations/use-organisation-draft.ts";
import type { OrganisationOption } from "#shared/features/organisations/organisation-views.ts";
import {
  type OrganisationKind,
  organisationSizes,
  type OrganisationSize,
} from "#shared/features/organisations/organisation-words.ts";

type Props = {
  draft: OrganisationDraft;
  kinds: readonly OrganisationKind[];
  errors: Record<string, string>;
  onChange: (part: Partial<OrganisationDraft>) => void;
  /** The person recognised the organisation among those the directory knows. */
  onUse: (organisation: OrganisationOption) => void;
};

/** The inputs of a new organisation, with those it may be the same as. */
export function OrganisationDraftFields({ draft, kinds, errors, onChange, onUse }: Props) {
  const { t } = useTranslation();
  const field = (key: TextField) => ({
    label: t(`organisations:field.${key}`),
    value: draft[key],
    error: errors[key],
    onChange: (event: FormEvent<HTMLInputElement>) => onChange({ [key]: event.currentTarget.value }),
  });
  const sizes = organisationSizes.map((size) => ({ value: size, label: t(`organisations:size.${size}`) }));
  return (
    <>
      <TextInput {...field("name")} required maxLength={300} data-autofocus />
      <SimilarOrganisationList name={draft.name} vatNumber={draft.vatNumber} pic={draft.pic} onUse={onUse} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect
          label={t("organisations:field.kind")}
          value={draft.kind}
          data={kinds.map((kind) => ({ value: kind, label: t(`organisations:kind.${kind}`) }))}
          onChange={(event) => onChange({ kind: event.currentTarget.value as OrganisationKind })}
        />
        <TextInput {...field("shortName")} maxLength={60} />
        <CountrySelect
          label={t("organisations:field.country")}
          value={draft.country}
          onChoose={(country) => onChange({ country })}
          error={errors["country"]}
        />
        <TextInput {...field("city")} maxLength={120} />
        <NativeSelect
          label={t("organisations:field.size")}
          value={draft.size}
          data={[{ value: "", label: t("common:notSet") }, ...sizes]}
          onChange={(event) => onChange({ size: event.currentTarget.value as OrganisationSize | "" })}
        />
        <TextInput {...field("website")} inputMode="url" maxLength={300} />
        <TextInput {...field("vatNumber")} maxLength={40} />
        <TextInput
          {...field("pic")}
          inputMode="numeric"
          maxLength={20}
          description={t("organisations:create.picHint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
        />
      </SimpleGrid>
    </>
  );
}
