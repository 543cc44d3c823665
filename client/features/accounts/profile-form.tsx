import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { changeLanguage, isLanguage, languageNames } from "#client/app/i18n.ts";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { languages } from "#shared/languages.ts";
import classes from "#client/features/accounts/accounts.module.css";

/** Own name and language. */
export function ProfileForm() {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const [name, setName] = useState(user?.name ?? "");
  const update = useMutation(trpc.me.update.mutationOptions());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ name });
  };
  const choose = (language: string) => {
    if (!isLanguage(language)) return;
    void changeLanguage(language);
    update.mutate({ language });
  };
  const isChanged = name.trim() !== user?.name;
  return (
    <form onSubmit={submit} noValidate className={classes["form"]}>
      <Stack gap="md">
        <TextInput
          label={t("accounts:email")}
          value={user?.email ?? ""}
          description={t("accounts:emailHint")}
          inputWrapperOrder={["label", "input", "description"]}
          readOnly
          variant="filled"
        />
        <TextInput
          label={t("accounts:yourName")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldTexts(update.error, t)["name"]}
          autoComplete="name"
          maxLength={120}
          required
        />
        <NativeSelect
          label={t("frame:language")}
          value={i18n.language}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        <FaultAlert error={update.error} />
        <Group>
          <Button type="submit" disabled={!isChanged} loading={update.isPending}>
            {t("accounts:saveName")}
          </Button>
          <span role="status">{update.isSuccess && !isChanged ? t("common:saved") : null}</span>
        </Group>
      </Stack>
    </form>
  );
}
