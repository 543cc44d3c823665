import { Button, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { OutboxNotice } from "#client/features/accounts/outbox-notice.tsx";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { type SeatRole, seatRoles } from "#shared/features/members/seat-words.ts";
import classes from "#client/features/accounts/accounts.module.css";

/** Gives somebody a seat by e-mail address; a mail tells them how to come in. */
export function PersonAddForm({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<SeatRole>("editor");
  const add = useMutation(trpc.person.add.mutationOptions({ onSuccess: () => setEmail("") }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ organisationId, email, role });
  };
  return (
    <form onSubmit={submit} noValidate className={classes["form"]}>
      <Stack gap="sm">
        <TextInput
          label={t("accounts:people.email")}
          type="email"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={fieldTexts(add.error, t)["email"]}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          required
        />
        <NativeSelect
          label={t("accounts:role")}
          value={role}
          description={t(`accounts:roleText.${role}`)}
          inputWrapperOrder={["label", "input", "description", "error"]}
          data={seatRoles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
          onChange={(event) => setRole(seatRoles.find((value) => value === event.currentTarget.value) ?? "viewer")}
        />
        <FaultAlert error={add.error} />
        <div role="status">{add.isSuccess ? t("accounts:people.added", { email: add.variables.email }) : null}</div>
        {add.isSuccess ? <OutboxNotice /> : null}
        <Button type="submit" loading={add.isPending} style={{ alignSelf: "flex-start" }}>
          {t("accounts:people.add")}
        </Button>
      </Stack>
    </form>
  );
}
