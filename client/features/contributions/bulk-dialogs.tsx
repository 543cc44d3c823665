import { useTranslation } from "react-i18next";
import { ReasonDialog } from "#client/features/contributions/reason-dialog.tsx";
import { ScaleDialog } from "#client/features/contributions/scale-dialog.tsx";
import type { useBulk } from "#client/features/contributions/use-bulk.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { ItemResults } from "#shared/features/contributions/contribution.ts";

/** What is asked before something is done with many lines. */
export type BulkQuestion = "withdraw" | "decline" | "scale" | null;

type Props = {
  asking: BulkQuestion;
  bulk: ReturnType<typeof useBulk>;
  currency: string;
  error: unknown;
  run: (act: () => Promise<ItemResults>) => void;
  onClose: () => void;
};

/** The questions before many lines are withdrawn, many changes declined or the same change proposed for many. */
export function BulkDialogs({ asking, bulk, currency, error, run, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <ConfirmDialog
        isOpen={asking === "withdraw"}
        title={t("contributions:bulk.withdrawTitle")}
        confirmLabel={t("contributions:withdraw")}
        isDangerous
        isBusy={bulk.isBusy}
        error={error}
        onConfirm={() => run(bulk.withdraw)}
        onClose={onClose}
      >
        {t("contributions:bulk.withdrawText", { count: bulk.fit.withdraw.length })}
      </ConfirmDialog>
      <ReasonDialog
        isOpen={asking === "decline"}
        title={t("contributions:amendment.declineTitle")}
        confirmLabel={t("contributions:amendment.decline")}
        isBusy={bulk.isBusy}
        error={error}
        onConfirm={(reason) => run(() => bulk.declineChanges(reason))}
        onClose={onClose}
      />
      <ScaleDialog
        isOpen={asking === "scale"}
        rows={bulk.fit.scale}
        currency={currency}
        isBusy={bulk.isBusy}
        error={error}
        onConfirm={(changeBp, reason) => run(() => bulk.scale(changeBp, reason))}
        onClose={onClose}
      />
    </>
  );
}
