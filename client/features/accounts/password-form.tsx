import { Button, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import { PasswordField } from "#client/features/accounts/password-field.tsx";
import { useNewPassword } from "#client/features/accounts/use-new-password.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import classes from "#client/features/accounts/accounts.module.css";

/** Changes the own password; every other session ends with it. */
export function PasswordForm() {
  const { t } = useTranslation();
  const { user } = useSession();
  const [current, setCurrent] = useState("");
  const chosen = useNewPassword([user?.name ?? "", user?.email.split("@")[0] ?? ""]);
  const onSuccess = () => {
    setCurrent("");
    chosen.clear();
  };
  const change = useMutation(trpc.account.changePassword.mutationOptions({ onSuccess }));
  const texts = fieldTexts(change.error, t);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.demand()) change.mutate({ currentPassword: current, newPassword: chosen.value });
  };
  return (
    <form onSubmit={submit} noValidate className={classes["form"]}>
      <Stack gap="md">
        <input type="hidden" name="username" autoComplete="username" value={user?.email ?? ""} />
        <PasswordField
          label={t("accounts:currentPassword")}
          value={current}
          onChange={setCurrent}
          error={texts["currentPassword"]}
        />
        <PasswordField
          label={t("accounts:newPassword")}
          value={chosen.value}
          onChange={chosen.change}
          error={chosen.error ?? texts["newPassword"]}
          isNew
        />
        <FaultAlert error={change.error} />
        <Group>
          <Button type="submit" loading={change.isPending}>
            {t("accounts:changePassword")}
          </Button>
          <span role="status">{change.isSuccess ? t("accounts:passwordChanged") : null}</span>
        </Group>
      </Stack>
    </form>
  );
}
