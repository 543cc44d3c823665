import { Button, Group, Radio, Stack, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/decisions/decision.module.css";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { DecisionDetail } from "#shared/features/decisions/decision.ts";
import { type VoteChoice, voteChoices } from "#shared/features/decisions/decision-words.ts";

/** Our vote: given or changed until the vote is closed; the others see that we voted, not how. */
export function VotePanel({ decision }: { decision: DecisionDetail }) {
  const { t } = useTranslation();
  const { ownVote } = decision;
  const [choice, setChoice] = useState<VoteChoice | null>(ownVote?.choice ?? null);
  const [reason, setReason] = useState(ownVote?.reason ?? "");
  const [isMissing, setMissing] = useState(false);
  const vote = useMutation(trpc.decision.vote.mutationOptions());

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(choice === null);
    if (choice !== null) vote.mutate({ decisionId: decision.id, version: ownVote?.version ?? null, choice, reason });
  }

  return (
    <PagePanel
      title={t("decisions:ourVote")}
      description={ownVote === null ? t("decisions:voteMissing") : t("decisions:voteGiven")}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Radio.Group
            label={t("decisions:choiceTitle")}
            value={choice}
            error={isMissing && choice === null ? t("faults:REQUIRED") : undefined}
            onChange={(value) => setChoice(value)}
          >
            <Group gap="lg" mt="xs">
              {voteChoices.map((value) => (
                <Radio key={value} value={value} label={t(`decisions:choice.${value}`)} />
              ))}
            </Group>
          </Radio.Group>
          <Textarea
            label={t("decisions:voteReason")}
            autosize
            minRows={1}
            maxRows={6}
            maxLength={4000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FaultAlert error={vote.error} />
          {vote.data?.counted === false ? <p role="alert">{t("decisions:tooLate")}</p> : null}
          <Group gap="sm">
            <Button type="submit" loading={vote.isPending}>
              {t(ownVote === null ? "decisions:castVote" : "decisions:changeVote")}
            </Button>
            <p className={classes["quiet"]}>{t("decisions:secretHint")}</p>
          </Group>
        </Stack>
      </form>
    </PagePanel>
  );
}
