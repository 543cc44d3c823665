import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/reporting/part-share.module.css";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { faultOf } from "#client/lib/fault.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

type Props = { projectId: string; periodId: string; onSent: (email: string) => void; onClose: () => void };

/** Names a colleague who gets a personal link to our part by mail. */
export function PartAskDialog({ projectId, periodId, onSent, onClose }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const share = useMutation(trpc.part.share.mutationOptions());
  const faults = fieldTexts(share.error, t);
  const isInput = share.error !== null && faultOf(share.error).appCode === "INPUT";
  function send(event: FormEvent) {
    event.preventDefault();
    share.mutate({ projectId, periodId, name, email }, { onSuccess: () => onSent(email) });
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("part:share.askTitle")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <p className={classes["text"]}>{t("part:share.askText")}</p>
      <form onSubmit={send}>
        <Stack gap="sm">
          <TextInput
            label={t("part:share.name")}
            autoComplete="off"
            required
            data-autofocus
            maxLength={120}
            value={name}
            error={faults["name"]}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t("part:share.email")}
            type="email"
            autoComplete="off"
            required
            maxLength={254}
            value={email}
            error={faults["email"]}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          {isInput ? null : <FaultAlert error={share.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={share.isPending}>
              {t("part:share.send")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
