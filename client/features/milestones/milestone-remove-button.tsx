import { IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import type { MilestoneRow } from "#shared/features/milestones/milestone.ts";

/** Removes a milestone after asking. */
export function MilestoneRemoveButton({ row }: { row: MilestoneRow }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation(trpc.milestone.remove.mutationOptions({ onSuccess: () => setAsking(false) }));
  const name = `M${row.number}`;
  return (
    <>
      <IconButton icon={IconTrash} label={t("milestones:remove.open", { name })} onClick={() => setAsking(true)} />
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={t("milestones:remove.title", { name })}
        confirmLabel={t("milestones:remove.confirm")}
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
