import { Anchor, Button, Group, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { PasswordField } from "#client/features/accounts/password-field.tsx";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

/** Address and password; who signed in is read anew afterwards, and the page leads on from there; a known address is filled in. */
export function SignInForm({ email: known = "" }: { email?: string }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const signIn = useMutation(trpc.account.signIn.mutationOptions());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ email, password });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <TextInput
          label={t("accounts:email")}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={fieldTexts(signIn.error, t)["email"]}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page is this form
          autoFocus={known === ""}
        />
        <PasswordField
          label={t("accounts:password")}
          value={password}
          onChange={setPassword}
          error={fieldTexts(signIn.error, t)["password"]}
        />
        <FaultAlert error={signIn.error} />
        <Group justify="space-between">
          <Anchor component={Link} to="/reset" size="sm">
            {t("accounts:forgotten")}
          </Anchor>
          <Button type="submit" loading={signIn.isPending || signIn.isSuccess}>
            {t("accounts:signIn")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
