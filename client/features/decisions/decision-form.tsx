import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { QuestionRuleFields } from "#client/features/decisions/question-rule-fields.tsx";
import { type QuestionText, readQuestion, textOfQuestion } from "#client/features/decisions/question-text.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { DecisionDetail } from "#shared/features/decisions/decision.ts";

type Props = { projectId: string; decision?: DecisionDetail; onCancel: () => void; onDone: (id: string) => void };

/** Writes a question down or changes it; it is opened on its page, once it stands as it should. */
export function DecisionForm({ projectId, decision, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => textOfQuestion(decision, Date.now()));
  const [missing, setMissing] = useState<Record<string, string>>({});
  const done = { onSuccess: ({ id }: { id: string }) => onDone(id) };
  const create = useMutation(trpc.decision.create.mutationOptions(done));
  const revise = useMutation(trpc.decision.revise.mutationOptions(done));
  const error = create.error ?? revise.error;
  const faults = { ...fieldTexts(error, t), ...missing };
  const put = (part: Partial<QuestionText>) => setText({ ...text, ...part });

  function submit(event: FormEvent) {
    event.preventDefault();
    const { question, faults: found } = readQuestion(text);
    setMissing(Object.fromEntries(found.map(({ path, appCode }) => [path, t(`faults:${appCode}`)])));
    if (found.length > 0) return;
    if (decision) revise.mutate({ id: decision.id, version: decision.version, patch: question });
    else create.mutate({ projectId, ...question });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t("decisions:question")}
          placeholder={t("decisions:example")}
          required
          maxLength={300}
          data-autofocus
          value={text.title}
          error={faults["title"]}
          onChange={(event) => put({ title: event.currentTarget.value })}
        />
        <Textarea
          label={t("decisions:text")}
          description={t("decisions:textHint")}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={20_000}
          value={text.text}
          error={faults["text"]}
          onChange={(event) => put({ text: event.currentTarget.value })}
        />
        <QuestionRuleFields text={text} faults={faults} onChange={put} />
        <FaultAlert error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={create.isPending || revise.isPending}>
            {t("decisions:saveDraft")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
