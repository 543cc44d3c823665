import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import { OrganisationSelect } from "#client/features/organisations/organisation-select.tsx";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

type Props = { onDone: (projectId: string) => void; onCancel: () => void };

const currencies = ["EUR", "SEK", "NOK", "DKK", "PLN", "RUB", "GBP", "CHF", "USD"];

/** Acronym and title are enough; everything else can be added on the project's own page. */
export function ProjectCreateForm({ onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { actingFor } = useSession();
  const isCluster = actingFor?.kind === "cluster";
  const create = useMutation(trpc.project.create.mutationOptions({ onSuccess: ({ id }) => onDone(id) }));
  const [form, setForm] = useState({
    acronym: "",
    title: "",
    startOn: "",
    durationMonths: "",
    currency: "EUR",
    templateId: "",
  });
  const [coordinatorId, setCoordinator] = useState<string | null>(actingFor?.organisationId ?? null);
  const [clusterId, setCluster] = useState<string | null>(isCluster ? (actingFor?.organisationId ?? null) : null);
  const templates = useQuery(trpc.project.list.queryOptions({ pageSize: 100 }));
  const texts = fieldTexts(create.error, t);
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [name]: event.currentTarget.value }),
    error: texts[name],
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({
      acronym: form.acronym,
      title: form.title,
      startOn: form.startOn === "" ? null : form.startOn,
      durationMonths: form.durationMonths === "" ? null : Number(form.durationMonths),
      currency: form.currency,
      clusterId,
      ...(coordinatorId === null ? {} : { coordinatorId }),
      ...(form.templateId === "" ? {} : { templateId: form.templateId }),
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={t("projects:fields.acronym")}
            {...field("acronym")}
            required
            maxLength={40}
            data-autofocus
          />
          <NativeSelect label={t("projects:fields.currency")} {...field("currency")} data={currencies} />
        </SimpleGrid>
        <TextInput label={t("projects:fields.title")} {...field("title")} required maxLength={300} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput type="date" label={t("projects:fields.startOn")} {...field("startOn")} />
          <TextInput
            type="number"
            min={1}
            max={999}
            label={t("projects:fields.durationMonths")}
            {...field("durationMonths")}
          />
        </SimpleGrid>
        {isCluster ? (
          <OrganisationSelect
            label={t("projects:fields.coordinator")}
            value={coordinatorId}
            onChoose={(chosen) => setCoordinator(chosen?.id ?? null)}
            error={texts["coordinatorId"]}
            isRequired
          />
        ) : (
          <OrganisationSelect
            label={t("projects:fields.cluster")}
            value={clusterId}
            onChoose={(chosen) => setCluster(chosen?.id ?? null)}
            kinds={["cluster", "association"]}
            error={texts["clusterId"]}
          />
        )}
        <NativeSelect
          label={t("projects:create.template")}
          description={t("projects:create.templateHint")}
          {...field("templateId")}
          data={[
            { value: "", label: t("projects:create.noTemplate") },
            ...(templates.data?.rows ?? []).map((row) => ({ value: row.id, label: row.acronym })),
          ]}
        />
        <FaultAlert error={create.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t("projects:create.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
