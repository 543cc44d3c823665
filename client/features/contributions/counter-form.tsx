import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { termsConflict } from "#client/features/contributions/terms-conflict.ts";
import { TermsForm } from "#client/features/contributions/terms-form.tsx";
import { textOfTerms } from "#client/features/contributions/terms-text.ts";
import { useTerms } from "#client/features/contributions/use-terms.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { minorPlaces } from "#client/lib/format.ts";
import { useSeenVersion } from "#client/lib/use-seen-version.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { FormConflict } from "#client/ui/form-conflict.tsx";
import type { ContributionDetail } from "#shared/features/contributions/contribution-views.ts";

type Props = {
  line: ContributionDetail;
  /** Counter: other figures with a reason. Revise: the own offer, which nobody has answered yet. */
  mode: "counter" | "revise";
  onDone: () => void;
};

/** Changes the figures of an open line: as an answer to the other side's offer, or of the own one. */
export function CounterForm({ line, mode, onDone }: Props) {
  const { t } = useTranslation();
  const { text, setText, check, faults } = useTerms(line, textOfTerms(line, minorPlaces(line.currency)));
  const [reason, setReason] = useState("");
  const seen = useSeenVersion(line.version);
  const ends = { onSuccess: onDone, onError: seen.learn };
  const counter = useMutation(trpc.contribution.counter.mutationOptions(ends));
  const revise = useMutation(trpc.contribution.revise.mutationOptions(ends));
  const error = counter.error ?? revise.error;
  const beside = { ...fieldTexts(error, t), ...faults };
  const isCounter = mode === "counter";
  const conflict = seen.present && termsConflict(t, text, seen.present, line.currency);

  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = isCounter && reason.trim() === "" ? [{ path: "reason", appCode: "REQUIRED" }] : [];
    const terms = check(line.kind, missing);
    if (terms === null) return;
    const ref = { id: line.id, version: seen.version };
    if (isCounter) counter.mutate({ ...ref, terms, reason });
    else revise.mutate({ ...ref, patch: terms });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TermsForm kind={line.kind} text={text} frame={line} faults={beside} onChange={setText} />
        {isCounter ? (
          <Textarea
            label={t("contributions:reason")}
            description={t("contributions:reasonHint")}
            required
            autosize
            minRows={2}
            maxRows={8}
            maxLength={4000}
            value={reason}
            error={beside["reason"]}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        {conflict === undefined ? null : <FormConflict fields={conflict} />}
        <FaultAlert error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={counter.isPending || revise.isPending}>
            {t(isCounter ? "contributions:sendCounter" : "common:save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
