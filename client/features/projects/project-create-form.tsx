import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import { type Owners, ProjectOwnerFields } from "#client/features/projects/project-owner-fields.tsx";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

type Props = { onDone: (projectId: string) => void; onCancel: () => void };

const currencies = ["EUR", "SEK", "NOK", "DKK", "PLN", "RUB", "GBP", "CHF", "USD"];
const blank = { acronym: "", title: "", startOn: "", durationMonths: "", currency: "EUR", templateId: "" };

/** Acronym and title are enough; everything else can be added on the project's own page. */
export function ProjectCreateForm({ onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { actingFor } = useSession();
  const create = useMutation(trpc.project.create.mutationOptions({ onSuccess: ({ id }) => onDone(id) }));
  const templates = useQuery(trpc.project.list.queryOptions({ pageSize: 100 }));
  const [form, setForm] = useState(blank);
  const own = actingFor?.organisationId ?? null;
  const [owners, setOwners] = useState<Owners>({
    coordinatorId: own,
    clusterId: actingFor?.kind === "cluster" ? own : null,
  });
  const texts = fieldTexts(create.error, t);
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [name]: event.currentTarget.value }),
    error: texts[name],
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(inputOf(form, owners));
  };
  const none = { value: "", label: t("projects:create.noTemplate") };
  const options = [none, ...(templates.data?.rows ?? []).map((row) => ({ value: row.id, label: row.acronym }))];
  const label = (name: string) => t(`projects:fields.${name}`);
  return (
    <form onSubmit={submit}>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label={label("acronym")} {...field("acronym")} required maxLength={40} data-autofocus />
          <NativeSelect label={label("currency")} {...field("currency")} data={currencies} />
        </SimpleGrid>
        <TextInput label={label("title")} {...field("title")} required maxLength={300} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput type="date" label={label("startOn")} {...field("startOn")} />
          <TextInput type="number" min={1} max={999} label={label("durationMonths")} {...field("durationMonths")} />
        </SimpleGrid>
        <ProjectOwnerFields owners={owners} onChange={setOwners} texts={texts} />
        <NativeSelect
          label={t("projects:create.template")}
          description={t("projects:create.templateHint")}
          {...field("templateId")}
          data={options}
        />
        <FaultAlert error={create.error} />
        <FormButtons isBusy={create.isPending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}

function FormButtons({ isBusy, onCancel }: { isBusy: boolean; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onCancel}>
        {t("common:cancel")}
      </Button>
      <Button type="submit" loading={isBusy}>
        {t("projects:create.submit")}
      </Button>
    </Group>
  );
}

function inputOf(form: typeof blank, { coordinatorId, clusterId }: Owners) {
  const { acronym, title, currency, startOn, durationMonths, templateId } = form;
  return {
    acronym,
    title,
    currency,
    clusterId,
    startOn: startOn === "" ? null : startOn,
    durationMonths: durationMonths === "" ? null : Number(durationMonths),
    ...(coordinatorId === null ? {} : { coordinatorId }),
    ...(templateId === "" ? {} : { templateId }),
  };
}
