import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ConfideSwitch } from "#client/features/contributions/confide-switch.tsx";
import { type LineChoice, ProposeChoices } from "#client/features/contributions/propose-choices.tsx";
import { TermsForm } from "#client/features/contributions/terms-form.tsx";
import { emptyTerms } from "#client/features/contributions/terms-text.ts";
import { useTerms } from "#client/features/contributions/use-terms.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { ContributionOptions } from "#shared/features/contributions/contribution-views.ts";

type Props = { projectId: string; options: ContributionOptions; onDone: (id: string) => void; onCancel: () => void };

/** Puts a new line on the table: for the own organisation, or asks a member for it as the coordinator. */
export function ProposeForm({ projectId, options, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const members = options.members.filter(({ mayPropose }) => mayPropose);
  const first = members.find(({ own }) => own) ?? members[0];
  const [line, setLine] = useState<LineChoice>({ participantId: first?.id ?? "", kind: "effort", streamId: "" });
  const [title, setTitle] = useState("");
  const [isConfidential, setConfidential] = useState(false);
  const { text, setText, check, faults } = useTerms(options, emptyTerms);
  const propose = useMutation(trpc.contribution.propose.mutationOptions({ onSuccess: ({ id }) => onDone(id) }));
  const beside = { ...fieldTexts(propose.error, t), ...faults };
  const isOwn = members.find(({ id }) => id === line.participantId)?.own === true;

  function submit(event: FormEvent) {
    event.preventDefault();
    const terms = check(line.kind, title.trim() === "" ? [{ path: "title", appCode: "REQUIRED" }] : []);
    if (terms === null) return;
    const confidentiality = isConfidential ? "coordinator" : "consortium";
    const streamId = line.streamId === "" ? null : line.streamId;
    propose.mutate({ projectId, ...line, streamId, title, confidentiality, terms });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ProposeChoices
          members={members}
          streams={options.streams}
          line={line}
          isOwn={isOwn}
          faults={beside}
          onChange={setLine}
        />
        <TextInput
          label={t("contributions:title")}
          placeholder={t(`contributions:form.example.${line.kind}`)}
          value={title}
          maxLength={300}
          required
          error={beside["title"]}
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-autofocus
        />
        <TermsForm kind={line.kind} text={text} frame={options} faults={beside} onChange={setText} />
        {isOwn ? <ConfideSwitch isChecked={isConfidential} onChange={setConfidential} /> : null}
        <FaultAlert error={propose.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={propose.isPending}>
            {t(isOwn ? "contributions:propose" : "contributions:ask")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
