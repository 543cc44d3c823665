import { Button, Group, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { UpdateRef } from "#shared/features/reporting/update.ts";

/** The coordinator's answer to a report: accept it, or return it with a note. */
export function ReviewForm({ updateRef }: { updateRef: UpdateRef }) {
  const { t } = useTranslation();
  const [note, setNote] = useState<string | null>(null);
  const accept = useMutation(trpc.update.accept.mutationOptions());
  const giveBack = useMutation(trpc.update.return.mutationOptions({ onSuccess: () => setNote(null) }));
  const fault = <FaultAlert error={accept.error ?? giveBack.error} />;
  if (note === null) {
    return (
      <div data-chrome>
        {fault}
        <Group gap="xs">
          <Button onClick={() => accept.mutate(updateRef)} loading={accept.isPending}>
            {t("reporting:accept")}
          </Button>
          <Button variant="default" onClick={() => setNote("")}>
            {t("reporting:return")}
          </Button>
        </Group>
      </div>
    );
  }
  const send = (event: FormEvent) => {
    event.preventDefault();
    giveBack.mutate({ ...updateRef, note });
  };
  return (
    <form onSubmit={send}>
      <Textarea
        label={t("reporting:note")}
        description={t("reporting:noteHint")}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={note}
        error={fieldTexts(giveBack.error, t)["note"]}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {fault}
      <Group gap="xs" mt="xs">
        <Button type="submit" loading={giveBack.isPending} disabled={note.trim() === ""}>
          {t("reporting:returnWithNote")}
        </Button>
        <Button variant="default" onClick={() => setNote(null)}>
          {t("common:cancel")}
        </Button>
      </Group>
    </form>
  );
}
