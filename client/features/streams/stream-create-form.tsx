import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { useLeadOptions } from "#client/features/streams/use-lead-options.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { streamKinds } from "#shared/features/streams/stream-words.ts";

const levels = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
const blank = {
  title: "",
  code: "",
  kind: "technology",
  leadParticipantId: "",
  startMonth: "",
  endMonth: "",
  trlStart: "",
  trlTarget: "",
};

/** Title alone is enough; number, code and colour are given by the plan. */
export function StreamCreateForm({ projectId, onDone }: { projectId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [form, setForm] = useState(blank);
  const leads = useLeadOptions(projectId);
  const create = useMutation(trpc.stream.create.mutationOptions({ onSuccess: onDone }));
  const texts = fieldTexts(create.error, t);
  const field = (name: keyof typeof blank) => ({
    label: t(`streams:fields.${name}`),
    value: form[name],
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [name]: event.currentTarget.value }),
    error: texts[name],
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({
      projectId,
      title: form.title,
      ...(form.code === "" ? {} : { code: form.code }),
      kind: streamKinds.find((kind) => kind === form.kind) ?? "technology",
      leadParticipantId: form.leadParticipantId === "" ? null : form.leadParticipantId,
      startMonth: number(form.startMonth),
      endMonth: number(form.endMonth),
      trlStart: number(form.trlStart),
      trlNow: number(form.trlStart),
      trlTarget: number(form.trlTarget),
    });
  };
  const none = { value: "", label: t("common:notSet") };
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput {...field("title")} required maxLength={300} data-autofocus />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput {...field("code")} maxLength={20} placeholder={t("streams:create.codeHint")} />
          <NativeSelect
            {...field("kind")}
            data={streamKinds.map((value) => ({ value, label: t(`streams:kind.${value}`) }))}
          />
          <TextInput {...field("startMonth")} type="number" min={1} max={999} />
          <TextInput {...field("endMonth")} type="number" min={1} max={999} />
          <NativeSelect {...field("trlStart")} data={[none, ...levels]} />
          <NativeSelect {...field("trlTarget")} data={[none, ...levels]} />
        </SimpleGrid>
        <NativeSelect {...field("leadParticipantId")} data={[none, ...leads]} />
        <FaultAlert error={create.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            {t("streams:create.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function number(text: string): number | null {
  return text === "" ? null : Number(text);
}
