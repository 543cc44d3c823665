import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { deliverableTypes } from "#shared/features/deliverables/deliverable-words.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = { plan: ProjectPlan; kind: "task" | "deliverable"; onDone: (id: string) => void };

/** A new task or deliverable: stream and title are enough. */
export function PlanCreateForm({ plan, kind, onDone }: Props) {
  const { t } = useTranslation();
  const [form, setForm] = useState({
    streamId: plan.streams[0]?.id ?? "",
    title: "",
    leadParticipantId: "",
    startMonth: "",
    endMonth: "",
    dueMonth: "",
    type: "R",
  });
  const onSuccess = ({ id }: { id: string }) => onDone(id);
  const addTask = useMutation(trpc.task.create.mutationOptions({ onSuccess }));
  const addDeliverable = useMutation(trpc.deliverable.create.mutationOptions({ onSuccess }));
  const create = kind === "task" ? addTask : addDeliverable;
  const texts = fieldTexts(create.error, t);
  const field = (name: keyof typeof form) => ({
    label: t(`plan:fields.${name === "streamId" ? "stream" : name}`),
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [name]: event.currentTarget.value }),
    error: texts[name],
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { streamId, title } = form;
    const common = { streamId, title, leadParticipantId: form.leadParticipantId || null };
    if (kind === "task")
      addTask.mutate({ ...common, startMonth: month(form.startMonth), endMonth: month(form.endMonth) });
    else
      addDeliverable.mutate({
        ...common,
        dueMonth: month(form.dueMonth),
        type: deliverableTypes.find((type) => type === form.type) ?? "R",
      });
  };
  const leads = plan.participants.map(({ id, number, name }) => ({ value: id, label: `${number} · ${name}` }));
  const months = { type: "number", min: 1, max: 999 } as const;
  return (
    <form onSubmit={submit}>
      <Stack>
        <NativeSelect
          {...field("streamId")}
          data={plan.streams.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
        />
        <TextInput {...field("title")} required maxLength={300} data-autofocus />
        <NativeSelect {...field("leadParticipantId")} data={[{ value: "", label: t("common:notSet") }, ...leads]} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {kind === "task" ? (
            <>
              <TextInput {...field("startMonth")} {...months} />
              <TextInput {...field("endMonth")} {...months} />
            </>
          ) : (
            <>
              <TextInput {...field("dueMonth")} {...months} />
              <NativeSelect
                {...field("type")}
                data={deliverableTypes.map((value) => ({ value, label: t(`plan:type.${value}`) }))}
              />
            </>
          )}
        </SimpleGrid>
        <FaultAlert error={create.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            {t("plan:create.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function month(text: string): number | null {
  return text === "" ? null : Number(text);
}
