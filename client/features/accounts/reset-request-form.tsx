import { Anchor, Button, Group, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { IconMailCheck } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "#client/app/i18n.ts";
import { trpc } from "#client/app/trpc.ts";
import { OutboxNotice } from "#client/features/accounts/outbox-notice.tsx";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import classes from "#client/features/accounts/accounts.module.css";

/** Asks for a mail with a link to a new password; what is said afterwards does not tell whether the address is known. */
export function ResetRequestForm() {
  const { t, i18n } = useTranslation();
  const [email, setEmail] = useState("");
  const request = useMutation(trpc.account.requestReset.mutationOptions());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    request.mutate({ email, language: isLanguage(i18n.language) ? i18n.language : "en" });
  };
  const back = (
    <Anchor component={Link} to="/sign-in" size="sm">
      {t("accounts:backToSignIn")}
    </Anchor>
  );
  if (request.isSuccess) {
    return (
      <Stack gap="md">
        <p className={classes["notice"]} role="status">
          <IconMailCheck size={22} aria-hidden="true" />
          {t("accounts:resetAsked", { email })}
        </p>
        <OutboxNotice />
        {back}
      </Stack>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t("accounts:email")}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={fieldTexts(request.error, t)["email"]}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
        />
        <FaultAlert error={request.error} />
        <Group justify="space-between">
          {back}
          <Button type="submit" loading={request.isPending}>
            {t("accounts:sendLink")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
