import { Button, Checkbox, Group, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import { CountrySelect } from "#client/features/organisations/country-select.tsx";
import { SimilarOrganisationList } from "#client/features/organisations/similar-organisation-list.tsx";
import { websiteOf } from "#client/features/organisations/website.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { isUmbrella } from "#shared/features/organisations/organisation-policy.ts";
import type { OrganisationOption } from "#shared/features/organisations/organisation-views.ts";
import {
  organisationKinds,
  organisationSizes,
  type OrganisationKind,
  type OrganisationSize,
} from "#shared/features/organisations/organisation-words.ts";

type Props = {
  name: string;
  kinds?: readonly OrganisationKind[] | undefined;
  offersOwnCluster: boolean;
  onCancel: () => void;
  onDone: (organisation: OrganisationOption) => void;
};

type Draft = Record<"name" | "shortName" | "city" | "website" | "vatNumber" | "pic", string> & {
  kind: OrganisationKind;
  size: OrganisationSize | "";
  country: string | null;
  joins: boolean;
};

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

/** A new organisation: what tells it from others; everything else is filled in on its page. */
export function OrganisationForm({ name, kinds = organisationKinds, offersOwnCluster, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const { actingFor } = useSession();
  const umbrella = offersOwnCluster && actingFor !== null && isUmbrella(actingFor.kind) ? actingFor : null;
  const [draft, setDraft] = useState<Draft>({
    name,
    shortName: "",
    city: "",
    website: "",
    vatNumber: "",
    pic: "",
    kind: kinds[0] ?? "enterprise",
    size: "",
    country: null,
    joins: umbrella !== null,
  });
  const create = useMutation(trpc.organisation.create.mutationOptions());
  const errors = fieldTexts(create.error, t);
  const change = (part: Partial<Draft>) => setDraft((former) => ({ ...former, ...part }));
  const field = (key: "name" | "shortName" | "city" | "website" | "vatNumber" | "pic") => ({
    label: t(`organisations:field.${key}`),
    value: draft[key],
    error: errors[key],
    onChange: (event: FormEvent<HTMLInputElement>) => change({ [key]: event.currentTarget.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog may stand inside another form.
    event.stopPropagation();
    const { joins, kind, size, country } = draft;
    const texts = {
      name: draft.name,
      shortName: orNull(draft.shortName),
      city: orNull(draft.city),
      website: websiteOf(draft.website),
      vatNumber: orNull(draft.vatNumber),
      pic: orNull(draft.pic),
    };
    create.mutate(
      {
        ...texts,
        kind,
        size: size === "" ? null : size,
        country,
        parentId: joins && umbrella ? umbrella.organisationId : null,
      },
      {
        onSuccess: ({ id }) =>
          onDone({ id, kind, country, name: texts.name.trim(), shortName: texts.shortName, city: texts.city }),
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput {...field("name")} required maxLength={300} data-autofocus />
        <SimilarOrganisationList name={draft.name} vatNumber={draft.vatNumber} pic={draft.pic} onUse={onDone} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <NativeSelect
            label={t("organisations:field.kind")}
            value={draft.kind}
            data={kinds.map((kind) => ({ value: kind, label: t(`organisations:kind.${kind}`) }))}
            onChange={(event) => change({ kind: event.currentTarget.value as OrganisationKind })}
          />
          <TextInput {...field("shortName")} maxLength={60} />
          <CountrySelect
            label={t("organisations:field.country")}
            value={draft.country}
            onChoose={(country) => change({ country })}
            error={errors["country"]}
          />
          <TextInput {...field("city")} maxLength={120} />
          <NativeSelect
            label={t("organisations:field.size")}
            value={draft.size}
            data={[
              { value: "", label: t("common:notSet") },
              ...organisationSizes.map((size) => ({ value: size, label: t(`organisations:size.${size}`) })),
            ]}
            onChange={(event) => change({ size: event.currentTarget.value as OrganisationSize | "" })}
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
        {umbrella === null ? null : (
          <Checkbox
            checked={draft.joins}
            onChange={(event) => change({ joins: event.currentTarget.checked })}
            label={t("organisations:create.joins", { name: umbrella.organisationName })}
          />
        )}
        <FaultAlert error={create.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t("organisations:create.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
