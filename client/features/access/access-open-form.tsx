import { Button, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { enterViewing } from "#client/app/viewing.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { faultOf } from "#client/lib/fault.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

/** Opens a member's part to the administrator who says why; asks for the password when the sign-in is not fresh. */
export function AccessOpenForm({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation();
  const choices = useQuery(trpc.access.choices.queryOptions({ organisationId })).data ?? [];
  const [chosen, setChosen] = useState("");
  const [reason, setReason] = useState("");
  const [password, setPassword] = useState("");
  const open = useMutation(trpc.access.open.mutationOptions({ onSuccess: enterViewing }));
  const isAsked = password !== "" || (open.error !== null && faultOf(open.error).appCode === "REAUTH_REQUIRED");
  const projectId = chosen === "" ? (choices[0]?.projectId ?? "") : chosen;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate({ projectId, organisationId, reason, ...(password === "" ? {} : { password }) });
  };
  if (choices.length === 0) return <p>{t("access:open.none")}</p>;
  const texts = fieldTexts(open.error, t);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <NativeSelect
          label={t("access:project")}
          value={projectId}
          data={choices.map((choice) => ({ value: choice.projectId, label: choice.acronym }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <Textarea
          label={t("access:reason")}
          description={t("access:open.reasonText")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={texts["reason"]}
          autosize
          minRows={2}
          maxLength={1000}
          required
        />
        {isAsked ? (
          <TextInput
            type="password"
            label={t("access:open.password")}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={texts["password"]}
            autoComplete="current-password"
            maxLength={512}
            required
          />
        ) : null}
        <FaultAlert error={open.error} />
        <Button type="submit" loading={open.isPending} style={{ alignSelf: "flex-start" }}>
          {t("access:open.submit")}
        </Button>
      </Stack>
    </form>
  );
}
