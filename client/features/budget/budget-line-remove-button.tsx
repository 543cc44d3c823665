import { IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import type { BudgetItem } from "#shared/features/budget/budget.ts";

/** Removes a cost after asking; it can be brought back from the bin. */
export function BudgetLineRemoveButton({ row }: { row: BudgetItem }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation(trpc.budget.removeLine.mutationOptions({ onSuccess: () => setAsking(false) }));
  return (
    <>
      <IconButton
        icon={IconTrash}
        label={t("budget:line.removeOpen", { name: row.title })}
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={t("budget:line.removeTitle")}
        confirmLabel={t("budget:line.removeConfirm")}
        isBusy={remove.isPending}
        error={remove.error}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate({ id: row.id, version: row.version })}
      >
        {row.title}
      </ConfirmDialog>
    </>
  );
}
