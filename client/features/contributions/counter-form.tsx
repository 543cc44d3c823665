import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { TermsForm } from "#client/features/contributions/terms-form.tsx";
import { readTerms, textOfTerms } from "#client/features/contributions/terms-text.ts";
import { fieldTexts } from "#client/lib/fault-text.ts";
import { minorPlaces } from "#client/lib/format.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { FaultField } from "#shared/fault.ts";
import { termsFaults } from "#shared/features/contributions/contribution-rules.ts";
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
  const places = minorPlaces(line.currency);
  const [text, setText] = useState(() => textOfTerms(line, places));
  const [reason, setReason] = useState("");
  const [refused, setRefused] = useState<FaultField[]>([]);
  const counter = useMutation(trpc.contribution.counter.mutationOptions({ onSuccess: onDone }));
  const revise = useMutation(trpc.contribution.revise.mutationOptions({ onSuccess: onDone }));
  const error = counter.error ?? revise.error;
  const faults = {
    ...fieldTexts(error, t),
    ...Object.fromEntries(refused.map(({ path, appCode }) => [path, t(`faults:${appCode}`)])),
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    const { terms, faults: unreadable } = readTerms(line.kind, text, places);
    const found = unreadable.length > 0 ? unreadable : termsFaults(line.kind, terms, line.durationMonths);
    if (mode === "counter" && reason.trim() === "") found.push({ path: "reason", appCode: "REQUIRED" });
    setRefused(found);
    if (found.length > 0) return;
    const ref = { id: line.id, version: line.version };
    if (mode === "counter") counter.mutate({ ...ref, terms, reason });
    else revise.mutate({ ...ref, patch: terms });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TermsForm
          kind={line.kind}
          text={text}
          currency={line.currency}
          durationMonths={line.durationMonths}
          faults={faults}
          onChange={setText}
        />
        {mode === "counter" ? (
          <Textarea
            label={t("contributions:reason")}
            description={t("contributions:reasonHint")}
            required
            autosize
            minRows={2}
            maxRows={8}
            maxLength={4000}
            value={reason}
            error={faults["reason"]}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        <FaultAlert error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={counter.isPending || revise.isPending}>
            {t(mode === "counter" ? "contributions:sendCounter" : "common:save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
