import { Button, Group, Modal, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { ResourceView } from "#shared/features/organisations/organisation-views.ts";
import {
  type ResourceDirection,
  type ResourceMedium,
  resourceMedia,
} from "#shared/features/organisations/organisation-words.ts";

type Props = {
  organisationId: string;
  direction: ResourceDirection;
  /** Null for a new one. */
  resource: ResourceView | null;
  onClose: () => void;
};

const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

/** Adds, changes or removes one resource. */
export function ResourceDialog({ organisationId, direction, resource, onClose }: Props) {
  const { t } = useTranslation();
  const add = useMutation(trpc.organisation.addResource.mutationOptions({ onSuccess: onClose }));
  const revise = useMutation(trpc.organisation.reviseResource.mutationOptions({ onSuccess: onClose }));
  const remove = useMutation(trpc.organisation.removeResource.mutationOptions({ onSuccess: onClose }));
  const [draft, setDraft] = useState({
    resource: resource?.resource ?? "",
    medium: resource?.medium ?? ("energy" as ResourceMedium),
    amount: resource?.amount ?? "",
    unit: resource?.unit ?? "",
    note: resource?.note ?? "",
  });
  const saving = resource === null ? add : revise;
  const errors = fieldTexts(saving.error, t);
  const field = (key: "resource" | "amount" | "unit" | "note") => ({
    label: t(`organisations:resource.${key}`),
    value: draft[key],
    error: errors[key] ?? errors[`patch.${key}`],
    onChange: (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setDraft({ ...draft, [key]: event.currentTarget.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = { ...draft, direction, amount: orNull(draft.amount), unit: orNull(draft.unit) };
    if (resource === null) add.mutate({ organisationId, ...fields });
    else revise.mutate({ id: resource.id, version: resource.version, patch: fields });
  };
  const title = resource !== null ? "editTitle" : direction === "offered" ? "addOffered" : "addSought";
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`organisations:resource.${title}`)}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput {...field("resource")} required maxLength={120} data-autofocus />
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            <NativeSelect
              label={t("organisations:resource.medium")}
              value={draft.medium}
              data={resourceMedia.map((medium) => ({ value: medium, label: t(`organisations:medium.${medium}`) }))}
              onChange={(event) => setDraft({ ...draft, medium: event.currentTarget.value as ResourceMedium })}
            />
            <TextInput {...field("amount")} inputMode="decimal" maxLength={40} />
            <TextInput {...field("unit")} maxLength={20} />
          </SimpleGrid>
          <Textarea {...field("note")} autosize minRows={2} maxLength={1000} />
          <FaultAlert error={saving.error ?? remove.error} />
          <Group justify="space-between" gap="xs">
            {resource === null ? (
              <span />
            ) : (
              <Button
                variant="subtle"
                color="red.8"
                onClick={() => remove.mutate({ id: resource.id, version: resource.version })}
                loading={remove.isPending}
              >
                {t("common:remove")}
              </Button>
            )}
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t("common:cancel")}
              </Button>
              <Button type="submit" loading={saving.isPending}>
                {t("common:save")}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
