import { Button, Group, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/reporting/report-card.module.css";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { UpdateRef } from "#shared/features/reporting/update.ts";

type Props = { projectId: string; updates: UpdateRef[]; onDone: () => void };

/** Gives many reports back with one note. */
export function ReturnBar({ projectId, updates, onDone }: Props) {
  const { t } = useTranslation();
  const [note, setNote] = useState<string | null>(null);
  const finish = () => {
    setNote(null);
    onDone();
  };
  const giveBack = useMutation(trpc.update.returnMany.mutationOptions({ onSuccess: finish }));
  const said =
    giveBack.data === undefined ? null : (
      <p role="status" className={classes["quiet"]}>
        {t("reporting:returnedCount", { count: giveBack.data.done })}
      </p>
    );
  if (note === null)
    return (
      <>
        <Button size="xs" variant="default" disabled={updates.length === 0} onClick={() => setNote("")}>
          {t("reporting:returnChosen", { count: updates.length })}
        </Button>
        {said}
      </>
    );
  const send = (event: FormEvent) => {
    event.preventDefault();
    giveBack.mutate({ projectId, updates, note });
  };
  return (
    <form onSubmit={send} className={classes["wide"]}>
      <Textarea
        label={t("reporting:note")}
        description={t("reporting:noteHint")}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-autofocus
      />
      <FaultAlert error={giveBack.error} />
      <Group gap="xs" mt="xs">
        <Button
          size="xs"
          type="submit"
          loading={giveBack.isPending}
          disabled={note.trim() === "" || updates.length === 0}
        >
          {t("reporting:returnChosen", { count: updates.length })}
        </Button>
        <Button size="xs" variant="default" onClick={() => setNote(null)}>
          {t("common:cancel")}
        </Button>
      </Group>
    </form>
  );
}
