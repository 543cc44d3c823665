import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { StreamChoiceGroup } from "#client/features/milestones/stream-choice-group.tsx";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

/** What is to be reached, by which month, and how one can tell. */
export function MilestoneCreateForm({ projectId, onDone }: { projectId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const create = useMutation(trpc.milestone.create.mutationOptions({ onSuccess: onDone }));
  const [title, setTitle] = useState("");
  const [dueMonth, setDueMonth] = useState("");
  const [verification, setVerification] = useState("");
  const [streamIds, setStreamIds] = useState<string[]>([]);
  const texts = fieldTexts(create.error, t);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ projectId, title, dueMonth: Number(dueMonth), verification, streamIds });
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t("milestones:title")}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={texts["title"]}
          required
          maxLength={300}
          data-autofocus
        />
        <TextInput
          type="number"
          min={1}
          max={999}
          label={t("milestones:dueMonth")}
          value={dueMonth}
          onChange={(event) => setDueMonth(event.currentTarget.value)}
          error={texts["dueMonth"]}
          required
        />
        <Textarea
          autosize
          minRows={2}
          label={t("milestones:verification")}
          value={verification}
          onChange={(event) => setVerification(event.currentTarget.value)}
          error={texts["verification"]}
          maxLength={4000}
        />
        <StreamChoiceGroup projectId={projectId} value={streamIds} onChange={setStreamIds} />
        <FaultAlert error={create.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            {t("milestones:create.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
