import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "#client/app/i18n.ts";
import { trpc } from "#client/app/trpc.ts";
import { PasswordField } from "#client/features/accounts/password-field.tsx";
import { useNewPassword } from "#client/features/accounts/use-new-password.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { LinkFacts } from "#shared/features/accounts/account.ts";

type Props = { token: string; link: LinkFacts };

/** Chooses a password through a mailed link; a new colleague says the own name with it. Signs in. */
export function NewPasswordForm({ token, link }: Props) {
  const { t, i18n } = useTranslation();
  const isWelcome = link.kind === "welcome";
  const [name, setName] = useState("");
  const password = useNewPassword([link.email?.split("@")[0] ?? "", isWelcome ? name : (link.name ?? "")]);
  // Loaded anew, so that nothing stays in memory of whoever was signed in here before.
  const reset = useMutation(trpc.account.reset.mutationOptions({ onSuccess: () => window.location.replace("/") }));
  const texts = fieldTexts(reset.error, t);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password.demand())
      reset.mutate({
        token,
        password: password.value,
        ...(isWelcome ? { name, language: isLanguage(i18n.language) ? i18n.language : "en" } : {}),
      });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t("accounts:email")}
          value={link.email ?? ""}
          autoComplete="username"
          readOnly
          variant="filled"
        />
        {isWelcome ? (
          <TextInput
            label={t("accounts:yourName")}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={texts["name"]}
            autoComplete="name"
            maxLength={120}
            required
          />
        ) : null}
        <PasswordField
          label={t("accounts:newPassword")}
          value={password.value}
          onChange={password.change}
          error={password.error ?? texts["password"]}
          isNew
        />
        <FaultAlert error={reset.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={reset.isPending || reset.isSuccess}>
            {t("accounts:setPassword")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
