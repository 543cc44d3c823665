import { Button, Checkbox, Group, Stack, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { AmendmentPreview } from "#client/features/contributions/amendment-preview.tsx";
import { TermsForm } from "#client/features/contributions/terms-form.tsx";
import { textOfTerms } from "#client/features/contributions/terms-text.ts";
import { useTerms } from "#client/features/contributions/use-terms.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { minorPlaces } from "#client/lib/format.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { OpenAmendment } from "#shared/features/contributions/amendment.ts";
import type { ContributionDetail } from "#shared/features/contributions/contribution-views.ts";

type Props = {
  line: ContributionDetail;
  /** The open change that is answered with other figures; without it a new one is proposed. */
  counters?: OpenAmendment;
  onDone: () => void;
};

/** Proposes a change of an agreed line, or to take it back, with what it would change beside and a reason. */
export function AmendmentForm({ line, counters, onDone }: Props) {
  const { t } = useTranslation();
  const start = counters?.kind === "change" ? counters : line;
  const { text, setText, check, faults } = useTerms(line, textOfTerms(start, minorPlaces(line.currency)));
  const [isBack, setBack] = useState(false);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const propose = useMutation(trpc.amendment.propose.mutationOptions({ onSuccess: onDone }));
  const counter = useMutation(trpc.amendment.counter.mutationOptions({ onSuccess: onDone }));
  const error = propose.error ?? counter.error;
  const beside = { ...fieldTexts(error, t), ...faults };

  function submit(event: FormEvent) {
    event.preventDefault();
    const hasReason = reason.trim() !== "";
    setMissing(!hasReason);
    const terms = isBack ? null : check(line.kind);
    if ((terms === null && !isBack) || !hasReason) return;
    if (counters) counter.mutate({ id: counters.id, version: counters.version, terms, reason });
    else propose.mutate({ contributionId: line.id, version: line.version, terms, reason });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Checkbox
          label={t("contributions:amendment.takeBack")}
          checked={isBack}
          onChange={(event) => setBack(event.currentTarget.checked)}
        />
        {isBack ? null : <TermsForm kind={line.kind} text={text} frame={line} faults={beside} onChange={setText} />}
        <AmendmentPreview line={line} text={isBack ? null : text} />
        <Textarea
          label={t("contributions:reason")}
          description={t("contributions:amendment.reasonHint")}
          required
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          value={reason}
          error={isMissing && reason.trim() === "" ? t("faults:REQUIRED") : beside["reason"]}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {line.bothSides ? <p style={{ margin: 0 }}>{t("contributions:amendment.atOnce")}</p> : null}
        <FaultAlert error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={propose.isPending || counter.isPending}>
            {t(`contributions:${counters ? "sendCounter" : line.bothSides ? "amendment.change" : "amendment.send"}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
