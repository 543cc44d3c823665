import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/contributions/bulk-bar.module.css";
import { BulkOutcomeText } from "#client/features/contributions/bulk-outcome-text.tsx";
import { ReasonDialog } from "#client/features/contributions/reason-dialog.tsx";
import { ScaleDialog } from "#client/features/contributions/scale-dialog.tsx";
import { type BulkOutcome, useBulk } from "#client/features/contributions/use-bulk.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import type { ContributionRow } from "#shared/features/contributions/contribution-views.ts";
import type { ItemResults } from "#shared/features/contributions/contribution.ts";

type Props = {
  projectId: string;
  currency: string;
  rows: readonly ContributionRow[];
  /** Lines that something can be done with. */
  choosable: readonly ContributionRow[];
  mayScale: boolean;
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
};

/** What can be done with many lines at once, for the chosen ones; says afterwards which were refused and why. */
export function BulkBar({ projectId, currency, rows, choosable, mayScale, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const picked = rows.filter(({ id }) => chosen.has(id));
  const bulk = useBulk(projectId, picked);
  const [asking, setAsking] = useState<"withdraw" | "decline" | "scale" | null>(null);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const [error, setError] = useState<unknown>(null);
  if (choosable.length === 0 && outcome === null) return null;

  const waiting = choosable.filter(({ mayAgree, amendment }) => mayAgree || amendment?.mayAnswer === true).length;
  const hasAll = picked.length === choosable.length;
  async function run(act: () => Promise<ItemResults>) {
    setError(null);
    try {
      setOutcome(await bulk.run(act));
      setAsking(null);
      onChoose(new Set());
    } catch (thrown) {
      setError(thrown);
    }
  }
  const act = (name: string, count: number, onClick: () => void, isFirst = false) =>
    count === 0 ? null : (
      <Button key={name} size="xs" variant={isFirst ? "filled" : "default"} disabled={bulk.isBusy} onClick={onClick}>
        {t(`contributions:bulk.${name}`, { count })}
      </Button>
    );

  return (
    <div className={classes["bar"]} data-chrome>
      {choosable.length === 0 ? null : (
        <>
          <span role="status">
            {picked.length === 0
              ? t("contributions:waitForYou", { count: waiting })
              : t("contributions:chosen", { count: picked.length })}
          </span>
          <Button
            size="xs"
            variant="default"
            onClick={() => onChoose(hasAll ? new Set() : new Set(choosable.map(({ id }) => id)))}
          >
            {t(hasAll ? "contributions:chooseNone" : "contributions:chooseAll")}
          </Button>
        </>
      )}
      {act("agree", bulk.fit.agree.length, () => void run(bulk.agree), true)}
      {act("agreeChanges", bulk.fit.answer.length, () => void run(bulk.agreeChanges), true)}
      {act("declineChanges", bulk.fit.answer.length, () => setAsking("decline"))}
      {mayScale ? act("scale", bulk.fit.scale.length, () => setAsking("scale")) : null}
      {act("confide", bulk.fit.confide.length, () => void run(() => bulk.confide("coordinator")))}
      {act("share", bulk.fit.share.length, () => void run(() => bulk.confide("consortium")))}
      {act("withdraw", bulk.fit.withdraw.length, () => setAsking("withdraw"))}
      {outcome === null ? null : <BulkOutcomeText outcome={outcome} />}
      {asking === null ? <FaultAlert error={error} /> : null}
      <ConfirmDialog
        isOpen={asking === "withdraw"}
        title={t("contributions:bulk.withdrawTitle")}
        confirmLabel={t("contributions:withdraw")}
        isDangerous
        isBusy={bulk.isBusy}
        error={error}
        onConfirm={() => void run(bulk.withdraw)}
        onClose={() => setAsking(null)}
      >
        {t("contributions:bulk.withdrawText", { count: bulk.fit.withdraw.length })}
      </ConfirmDialog>
      <ReasonDialog
        isOpen={asking === "decline"}
        title={t("contributions:amendment.declineTitle")}
        confirmLabel={t("contributions:amendment.decline")}
        isBusy={bulk.isBusy}
        error={error}
        onConfirm={(reason) => void run(() => bulk.declineChanges(reason))}
        onClose={() => setAsking(null)}
      />
      <ScaleDialog
        isOpen={asking === "scale"}
        rows={bulk.fit.scale}
        currency={currency}
        isBusy={bulk.isBusy}
        error={error}
        onConfirm={(changeBp, reason) => void run(() => bulk.scale(changeBp, reason))}
        onClose={() => setAsking(null)}
      />
    </div>
  );
}
