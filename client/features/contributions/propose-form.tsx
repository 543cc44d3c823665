import { Button, Group, NativeSelect, SimpleGrid, Stack, Switch, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { TermsForm } from "#client/features/contributions/terms-form.tsx";
import { emptyTerms, readTerms } from "#client/features/contributions/terms-text.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { minorPlaces } from "#client/lib/format.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { FaultField } from "#shared/fault.ts";
import { termsFaults } from "#shared/features/contributions/contribution-rules.ts";
import type { ContributionOptions } from "#shared/features/contributions/contribution-views.ts";
import { type ContributionKind, contributionKinds } from "#shared/features/contributions/contribution-words.ts";

type Props = { projectId: string; options: ContributionOptions; onDone: (id: string) => void; onCancel: () => void };

/** Puts a new line on the table: for the own organisation, or asks a member for it as the coordinator. */
export function ProposeForm({ projectId, options, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const members = options.members.filter(({ mayPropose }) => mayPropose);
  const [participantId, setParticipantId] = useState((members.find(({ own }) => own) ?? members[0])?.id ?? "");
  const [kind, setKind] = useState<ContributionKind>("effort");
  const [title, setTitle] = useState("");
  const [streamId, setStreamId] = useState("");
  const [isConfidential, setConfidential] = useState(false);
  const [text, setText] = useState(emptyTerms);
  const [refused, setRefused] = useState<FaultField[]>([]);
  const propose = useMutation(trpc.contribution.propose.mutationOptions({ onSuccess: ({ id }) => onDone(id) }));
  const faults = {
    ...fieldTexts(propose.error, t),
    ...Object.fromEntries(refused.map(({ path, appCode }) => [path, t(`faults:${appCode}`)])),
  };
  const isOwn = members.find(({ id }) => id === participantId)?.own === true;

  function submit(event: FormEvent) {
    event.preventDefault();
    const { terms, faults: unreadable } = readTerms(kind, text, minorPlaces(options.currency));
    const found = unreadable.length > 0 ? unreadable : termsFaults(kind, terms, options.durationMonths);
    setRefused(found);
    if (found.length > 0) return;
    const confidentiality = isConfidential ? "coordinator" : "consortium";
    propose.mutate({
      projectId,
      participantId,
      streamId: streamId === "" ? null : streamId,
      kind,
      title,
      confidentiality,
      terms,
    });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {members.length > 1 ? (
          <NativeSelect
            label={t("contributions:member")}
            value={participantId}
            onChange={(event) => setParticipantId(event.currentTarget.value)}
            data={members.map(({ id, name }) => ({ value: id, label: name }))}
            description={isOwn ? undefined : t("contributions:form.asked")}
          />
        ) : null}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NativeSelect
            label={t("contributions:kind.title")}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as ContributionKind)}
            data={contributionKinds.map((value) => ({ value, label: t(`contributions:kind.${value}`) }))}
          />
          <NativeSelect
            label={t("contributions:stream")}
            value={streamId}
            error={faults["streamId"]}
            onChange={(event) => setStreamId(event.currentTarget.value)}
            data={[
              { value: "", label: t("contributions:wholeProject") },
              ...options.streams.map(({ id, code, title: name }) => ({ value: id, label: `${code} · ${name}` })),
            ]}
          />
        </SimpleGrid>
        <TextInput
          label={t("contributions:title")}
          placeholder={t(`contributions:form.example.${kind}`)}
          value={title}
          maxLength={300}
          required
          error={faults["title"]}
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-autofocus
        />
        <TermsForm
          kind={kind}
          text={text}
          currency={options.currency}
          durationMonths={options.durationMonths}
          faults={faults}
          onChange={setText}
        />
        <Switch
          checked={isConfidential}
          onChange={(event) => setConfidential(event.currentTarget.checked)}
          label={t("contributions:confidentiality.coordinator")}
          description={t("contributions:confidentiality.hint")}
        />
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
