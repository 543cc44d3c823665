import { IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import type { BaselineRow } from "#shared/features/baselines/baseline.ts";

/** Puts a named baseline into the bin after asking. */
export function BaselineRemoveButton({ row }: { row: BaselineRow }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation(trpc.baseline.remove.mutationOptions({ onSuccess: () => setAsking(false) }));
  return (
    <>
      <IconButton
        icon={IconTrash}
        label={t("baselines:remove.open", { name: row.name })}
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={t("baselines:remove.title", { name: row.name })}
        confirmLabel={t("baselines:remove.confirm")}
        isBusy={remove.isPending}
        error={remove.error}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate({ id: row.id, version: row.version })}
      >
        {t("baselines:remove.text")}
      </ConfirmDialog>
    </>
  );
}
