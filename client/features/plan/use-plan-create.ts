import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { deliverableTypes } from "#shared/features/deliverables/deliverable-words.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Options = { plan: ProjectPlan; kind: "task" | "deliverable"; onDone: (id: string) => void };

/** What is typed for a new task or deliverable, the props of each of its inputs, and how it is sent. */
export function usePlanCreate({ plan, kind, onDone }: Options) {
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
  return { create, field, submit };
}

function month(text: string): number | null {
  return text === "" ? null : Number(text);
}
