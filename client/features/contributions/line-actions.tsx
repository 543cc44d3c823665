import { Button, Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { CounterForm } from "#client/features/contributions/counter-form.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { ContributionDetail } from "#shared/features/contributions/contribution-views.ts";

/** What this person may do with an open line now: agree, answer with other figures, change, withdraw. */
export function LineActions({ line }: { line: ContributionDetail }) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<"counter" | "revise" | null>(null);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const agree = useMutation(trpc.contribution.agree.mutationOptions());
  const withdraw = useMutation(trpc.contribution.withdraw.mutationOptions({ onSuccess: () => setWithdrawing(false) }));
  const ref = { id: line.id, version: line.version };
  const { may } = line;
  if (mode !== null) return <CounterForm key={line.version} line={line} mode={mode} onDone={() => setMode(null)} />;
  if (!may.agree && !may.counter && !may.revise && !may.withdraw) return null;
  return (
    <>
      <FaultAlert error={agree.error} />
      <Group gap="xs">
        {may.agree ? (
          <Button onClick={() => agree.mutate(ref)} loading={agree.isPending}>
            {t("contributions:agree")}
          </Button>
        ) : null}
        {may.counter ? (
          <Button variant="default" onClick={() => setMode("counter")}>
            {t("contributions:counter")}
          </Button>
        ) : null}
        {may.revise ? (
          <Button variant="default" onClick={() => setMode("revise")}>
            {t("contributions:revise")}
          </Button>
        ) : null}
        {may.withdraw ? (
          <Button variant="subtle" color="gray" onClick={() => setWithdrawing(true)}>
            {t("contributions:withdraw")}
          </Button>
        ) : null}
      </Group>
      <ConfirmDialog
        isOpen={isWithdrawing}
        title={t("contributions:withdrawTitle")}
        confirmLabel={t("contributions:withdraw")}
        isDangerous
        isBusy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate(ref)}
        onClose={() => setWithdrawing(false)}
      >
        {t("contributions:withdrawText", { title: line.title })}
      </ConfirmDialog>
    </>
  );
}
