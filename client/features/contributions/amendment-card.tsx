import { Button, Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import classes from "#client/features/contributions/amendment-card.module.css";
import { AmendmentForm } from "#client/features/contributions/amendment-form.tsx";
import { DeliveredWarning } from "#client/features/contributions/delivered-warning.tsx";
import { ReasonDialog } from "#client/features/contributions/reason-dialog.tsx";
import { TermChangeTable } from "#client/features/contributions/term-change-table.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import type { OpenAmendment } from "#shared/features/contributions/amendment.ts";
import type { ContributionDetail } from "#shared/features/contributions/contribution-views.ts";

type Props = { line: ContributionDetail; amendment: OpenAmendment };

/** The change of an agreed line that waits for an answer: old figures beside new ones, and what may be answered. */
export function AmendmentCard({ line, amendment }: Props) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<"counter" | "decline" | null>(null);
  const agree = useMutation(trpc.amendment.agree.mutationOptions());
  const withdraw = useMutation(trpc.amendment.withdraw.mutationOptions());
  const decline = useMutation(trpc.amendment.decline.mutationOptions({ onSuccess: () => setMode(null) }));
  const { id, version, may, kind } = amendment;
  const title = t(`contributions:amendment.${kind === "withdrawal" ? "backTitle" : "changeTitle"}`);
  return (
    <section className={classes["card"]} aria-label={title}>
      <h3>{title}</h3>
      <p className={classes["who"]}>
        {[amendment.byOrganisationName ?? line.memberName, amendment.byName].filter(Boolean).join(" · ")}{" "}
        <RelativeTime at={amendment.at} />
      </p>
      <TermChangeTable label={title} changes={amendment.comparison} currency={line.currency} />
      <DeliveredWarning line={line} below={amendment.belowDelivered} />
      <blockquote className={classes["reason"]}>{amendment.reason}</blockquote>
      <p className={classes["who"]}>{t("contributions:amendment.stands")}</p>
      <FaultAlert error={agree.error ?? withdraw.error} />
      {mode === "counter" ? (
        <AmendmentForm key={version} line={line} counters={amendment} onDone={() => setMode(null)} />
      ) : (
        <Group gap="xs">
          {may.agree ? (
            <Button onClick={() => agree.mutate({ id, version })} loading={agree.isPending}>
              {t("contributions:amendment.agree")}
            </Button>
          ) : null}
          {may.counter ? (
            <Button variant="default" onClick={() => setMode("counter")}>
              {t("contributions:counter")}
            </Button>
          ) : null}
          {may.decline ? (
            <Button variant="default" onClick={() => setMode("decline")}>
              {t("contributions:amendment.decline")}
            </Button>
          ) : null}
          {may.withdraw ? (
            <Button variant="default" onClick={() => withdraw.mutate({ id, version })} loading={withdraw.isPending}>
              {t("contributions:amendment.withdraw")}
            </Button>
          ) : null}
        </Group>
      )}
      <ReasonDialog
        isOpen={mode === "decline"}
        title={t("contributions:amendment.declineTitle")}
        confirmLabel={t("contributions:amendment.decline")}
        isBusy={decline.isPending}
        error={decline.error}
        onConfirm={(reason) => decline.mutate({ id, version, reason })}
        onClose={() => setMode(null)}
      />
    </section>
  );
}
