import { Button, Group } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ReasonDialog } from "#client/features/contributions/reason-dialog.tsx";
import { DecisionDialog } from "#client/features/decisions/decision-dialog.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { DecisionDetail } from "#shared/features/decisions/decision.ts";

/** What the coordinator may do with a question now: change it, open the vote, close it early, call it off. */
export function DecisionActions({ decision }: { decision: DecisionDetail }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<"revise" | "open" | "close" | "cancel" | null>(null);
  const done = { onSuccess: () => setAsking(null) };
  const open = useMutation(trpc.decision.open.mutationOptions(done));
  const close = useMutation(trpc.decision.close.mutationOptions(done));
  const cancel = useMutation(trpc.decision.cancel.mutationOptions(done));
  const ref = { id: decision.id, version: decision.version };
  const { may } = decision;
  const stop = () => setAsking(null);
  if (!may.revise && !may.open && !may.close && !may.cancel) return null;
  return (
    <Group gap="xs">
      {may.open ? <Button onClick={() => setAsking("open")}>{t("decisions:open")}</Button> : null}
      {may.revise ? (
        <Button variant="default" onClick={() => setAsking("revise")}>
          {t("decisions:revise")}
        </Button>
      ) : null}
      {may.close ? (
        <Button variant="default" onClick={() => setAsking("close")}>
          {t("decisions:close")}
        </Button>
      ) : null}
      {may.cancel ? (
        <Button variant="subtle" color="gray" onClick={() => setAsking("cancel")}>
          {t("decisions:cancel")}
        </Button>
      ) : null}
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
    </Group>
  );
}
