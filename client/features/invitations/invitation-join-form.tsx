import { Button, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "#client/app/i18n.ts";
import { trpc } from "#client/app/trpc.ts";
import { PasswordField } from "#client/features/accounts/password-field.tsx";
import { useNewPassword } from "#client/features/accounts/use-new-password.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { OpenedInvitation } from "#shared/features/invitations/invitation.ts";

type Props = { invitation: OpenedInvitation; token: string };

/** An account with the invited address, which the letter has proved: a name and a password; accepts and signs in. */
export function InvitationJoinForm({ invitation, token }: Props) {
  const { t, i18n } = useTranslation();
  const { email, personName, acronym, organisationName } = invitation;
  const [name, setName] = useState(personName);
  const password = useNewPassword([email.split("@")[0] ?? "", name, acronym, organisationName]);
  const join = useMutation(
    trpc.invitation.join.mutationOptions({
      onSuccess: ({ projectId }) => window.location.replace(`/projects/${projectId}`),
    }),
  );
  const texts = fieldTexts(join.error, t);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const language = isLanguage(i18n.language) ? i18n.language : "en";
    if (password.demand()) join.mutate({ token, name, password: password.value, language });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput label={t("accounts:email")} value={email} autoComplete="username" readOnly variant="filled" />
        <TextInput
          label={t("accounts:yourName")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={texts["name"]}
          autoComplete="name"
          maxLength={120}
          required
        />
        <PasswordField
          label={t("accounts:newPassword")}
          value={password.value}
          onChange={password.change}
          error={password.error ?? texts["password"]}
          isNew
        />
        <FaultAlert error={join.error} />
        <Button type="submit" loading={join.isPending || join.isSuccess} style={{ alignSelf: "flex-start" }}>
          {t("invitations:join")}
        </Button>
      </Stack>
    </form>
  );
}
