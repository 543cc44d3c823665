import { Modal, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { DialogActionRow } from "#client/features/organisations/dialog-action-row.tsx";
import { useSaveResource } from "#client/features/organisations/use-save-resource.ts";
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

type Draft = Record<"resource" | "amount" | "unit" | "note", string> & { medium: ResourceMedium };

const blank: Draft = { resource: "", medium: "energy", amount: "", unit: "", note: "" };
const orNull = (text: string) => (text.trim() === "" ? null : text.trim());

/** Adds, changes or removes one resource. */
export function ResourceDialog({ organisationId, direction, resource, onClose }: Props) {
  const { t } = useTranslation();
  const saving = useSaveResource(organisationId, resource, onClose);
  const [draft, setDraft] = useState<Draft>(() =>
    resource === null ? blank : { ...resource, amount: resource.amount ?? "", unit: resource.unit ?? "" },
  );
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
    const { medium, note } = draft;
    saving.save({
      direction,
      resource: draft.resource,
      medium,
      amount: orNull(draft.amount),
      unit: orNull(draft.unit),
      note,
    });
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
          <FaultAlert error={saving.error} />
          <DialogActionRow saveLabel={t("common:save")} {...saving} onRemove={saving.remove} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
