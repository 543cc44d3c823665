import { Checkbox, Stack } from "@mantine/core";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { DialogActionRow } from "#client/features/organisations/dialog-action-row.tsx";
import { OrganisationDraftFields } from "#client/features/organisations/organisation-draft-fields.tsx";
import { useOrganisationDraft } from "#client/features/organisations/use-organisation-draft.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { isUmbrella } from "#shared/features/organisations/organisation-policy.ts";
import type { OrganisationOption } from "#shared/features/organisations/organisation-views.ts";
import { organisationKinds, type OrganisationKind } from "#shared/features/organisations/organisation-words.ts";

type Props = {
  name: string;
  kinds?: readonly OrganisationKind[] | undefined;
  offersOwnCluster: boolean;
  onCancel: () => void;
  onDone: (organisation: OrganisationOption) => void;
};

/** A new organisation: what tells it from others; everything else is filled in on its page. */
export function OrganisationForm({ name, kinds = organisationKinds, offersOwnCluster, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const { actingFor } = useSession();
  const umbrella = offersOwnCluster && actingFor !== null && isUmbrella(actingFor.kind) ? actingFor : null;
  const form = useOrganisationDraft(name, kinds[0] ?? "enterprise", umbrella?.organisationId ?? null);
  const { draft, change } = form;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog may stand inside another form.
    event.stopPropagation();
    form.enter(onDone);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <OrganisationDraftFields
          draft={draft}
          kinds={kinds}
          errors={fieldTexts(form.error, t)}
          onChange={change}
          onUse={onDone}
        />
        {umbrella === null ? null : (
          <Checkbox
            checked={draft.joins}
            onChange={(event) => change({ joins: event.currentTarget.checked })}
            label={t("organisations:create.joins", { name: umbrella.organisationName })}
          />
        )}
        <FaultAlert error={form.error} />
        <DialogActionRow saveLabel={t("organisations:create.submit")} isSaving={form.isPending} onClose={onCancel} />
      </Stack>
    </form>
  );
}
