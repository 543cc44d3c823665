import { Button, Group, NativeSelect, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { OutboxNotice } from "#client/features/accounts/outbox-notice.tsx";
import { InvitationLetterFields } from "#client/features/invitations/invitation-letter-fields.tsx";
import { InvitedOrganisationField } from "#client/features/invitations/invited-organisation-field.tsx";
import { InvitedPersonFields } from "#client/features/invitations/invited-person-fields.tsx";
import classes from "#client/features/invitations/invitations.module.css";
import { useInvitationDraft } from "#client/features/invitations/use-invitation-draft.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { memberRoles } from "#shared/features/participants/participant-words.ts";

type Props = { projectId: string; onDone: () => void };

/** Invites an organisation and a person of it by mail, all in one step. */
export function InvitationForm({ projectId, onDone }: Props) {
  const { t } = useTranslation();
  const { draft, change, submit, isPending, error } = useInvitationDraft(projectId, onDone);
  const { organisationId, newOrganisation } = draft;
  const [isTried, setTried] = useState(false);
  const target = useQuery(
    trpc.invitation.target.queryOptions(
      { projectId, organisationId: organisationId ?? "" },
      { enabled: organisationId !== null && newOrganisation === null },
    ),
  );
  const isStaffed = newOrganisation === null && organisationId !== null && target.data?.isStaffed === true;
  const isMissing = isTried && organisationId === null && newOrganisation === null;
  const texts: Record<string, string> = {
    ...fieldTexts(error, t),
    ...(isMissing ? { organisationId: t("faults:REQUIRED") } : {}),
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (organisationId !== null || newOrganisation !== null) submit(isStaffed);
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <InvitedOrganisationField draft={draft} errors={texts} onChange={change} />
        <NativeSelect
          label={t("participants:roleTitle")}
          value={draft.role}
          data={memberRoles.map((value) => ({ value, label: t(`participants:role.${value}`) }))}
          onChange={(event) =>
            change({ role: memberRoles.find((role) => role === event.currentTarget.value) ?? "beneficiary" })
          }
        />
        {isStaffed ? (
          <p className={classes["note"]} role="status">
            {t("invitations:form.staffed")}
          </p>
        ) : (
          <InvitedPersonFields draft={draft} errors={texts} onChange={change} />
        )}
        <InvitationLetterFields draft={draft} errors={texts} onChange={change} />
        <OutboxNotice />
        <FaultAlert error={error} />
        <Group justify="flex-end">
          <Button type="submit" loading={isPending}>
            {t("invitations:form.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
