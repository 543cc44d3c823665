import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { isLanguage } from "#client/app/i18n.ts";
import { trpc } from "#client/app/trpc.ts";
import { PasswordField } from "#client/features/accounts/password-field.tsx";
import { useNewPassword } from "#client/features/accounts/use-new-password.ts";
import { useCountryOptions } from "#client/features/accounts/use-country-options.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import classes from "#client/features/accounts/accounts.module.css";

const blank = { name: "", email: "", clusterName: "", clusterShortName: "" };

/** The first administrator and the cluster of a fresh installation. */
export function SetupForm({ token }: { token: string }) {
  const { t, i18n } = useTranslation();
  const [draft, setDraft] = useState(blank);
  const [country, setCountry] = useState("");
  const password = useNewPassword([
    draft.name,
    draft.email.split("@")[0] ?? "",
    draft.clusterName,
    draft.clusterShortName,
  ]);
  const complete = useMutation(trpc.setup.complete.mutationOptions());
  const countries = useCountryOptions();
  const texts = fieldTexts(complete.error, t);
  const field = (key: keyof typeof blank) => ({
    label: t(`accounts:setup.${key}`),
    value: draft[key],
    error: texts[key],
    onChange: (event: FormEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setDraft((former) => ({ ...former, [key]: value }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!password.demand()) return;
    const { clusterShortName, ...required } = draft;
    const optional = {
      ...(clusterShortName.trim() === "" ? {} : { clusterShortName }),
      ...(country === "" ? {} : { country }),
    };
    complete.mutate({
      token,
      ...required,
      ...optional,
      password: password.value,
      language: isLanguage(i18n.language) ? i18n.language : "en",
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <h2 className={classes["legend"]}>{t("accounts:setup.you")}</h2>
        <TextInput {...field("name")} autoComplete="name" maxLength={120} required />
        <TextInput
          {...field("email")}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
        />
        <PasswordField
          label={t("accounts:password")}
          value={password.value}
          onChange={password.change}
          error={password.error ?? texts["password"]}
          isNew
        />
        <h2 className={classes["legend"]}>{t("accounts:setup.cluster")}</h2>
        <TextInput {...field("clusterName")} autoComplete="organization" maxLength={300} required />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <TextInput {...field("clusterShortName")} maxLength={60} />
          <NativeSelect
            label={t("accounts:setup.country")}
            value={country}
            data={countries}
            onChange={(event) => setCountry(event.currentTarget.value)}
            error={texts["country"]}
          />
        </SimpleGrid>
        <FaultAlert error={complete.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={complete.isPending || complete.isSuccess}>
            {t("accounts:setup.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
