import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ReasonDialog } from "#client/features/contributions/reason-dialog.tsx";
import { DecisionDialog } from "#client/features/decisions/decision-dialog.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { DecisionDetail } from "#shared/features/decisions/decision.ts";

/** What the coordinator is asked about before it is done. */
export type Asked = "revise" | "open" | "close" | "cancel" | null;

type Props = { decision: DecisionDetail; asking: Asked; onClose: () => void };

/** The form of a draft, and the questions before a vote is opened, closed or called off. */
export function DecisionDialogs({ decision, asking, onClose: stop }: Props) {
  const { t } = useTranslation();
  const done = { onSuccess: stop };
  const open = useMutation(trpc.decision.open.mutationOptions(done));
  const close = useMutation(trpc.decision.close.mutationOptions(done));
  const cancel = useMutation(trpc.decision.cancel.mutationOptions(done));
  const ref = { id: decision.id, version: decision.version };
  return (
    <>
      <DecisionDialog
        isOpen={asking === "revise"}
        projectId={decision.projectId}
        decision={decision}
        onClose={stop}
        onDone={stop}
      />
      <ConfirmDialog
        isOpen={asking === "open"}
        title={t("decisions:openTitle")}
        confirmLabel={t("decisions:open")}
        isBusy={open.isPending}
        error={open.error}
        onConfirm={() => open.mutate(ref)}
        onClose={stop}
      >
        {t("decisions:openText")}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asking === "close"}
        title={t("decisions:closeTitle")}
        confirmLabel={t("decisions:close")}
        isBusy={close.isPending}
        error={close.error}
        onConfirm={() => close.mutate(ref)}
        onClose={stop}
      >
        {t("decisions:closeText")}
      </ConfirmDialog>
      <ReasonDialog
        isOpen={asking === "cancel"}
        title={t("decisions:cancelTitle")}
        confirmLabel={t("decisions:cancel")}
        isBusy={cancel.isPending}
        error={cancel.error}
        onConfirm={(reason) => cancel.mutate({ ...ref, reason })}
        onClose={stop}
      />
    </>
  );
}
