import { Button, Checkbox, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
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
        <StreamChoice projectId={projectId} value={streamIds} onChange={setStreamIds} />
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

type ChoiceProps = { projectId: string; value: string[]; onChange: (ids: string[]) => void };

function StreamChoice({ projectId, value, onChange }: ChoiceProps) {
  const { t } = useTranslation();
  const streams = useQuery(trpc.stream.list.queryOptions({ projectId }));
  const rows = streams.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Checkbox.Group label={t("milestones:streams")} value={value} onChange={onChange}>
      <Group gap="md" mt="xs">
        {rows.map((row) => (
          <Checkbox key={row.id} value={row.id} label={`${row.code} ${row.title}`} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
