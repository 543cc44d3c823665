import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";

type Props = {
  kind: "task" | "deliverable";
  row: { id: string; version: number; code: string; title: string };
  onRemoved: () => void;
};

/** Removes a task or deliverable after asking; it lies in the bin afterwards. */
export function RemoveButton({ kind, row, onRemoved }: Props) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const task = useMutation(trpc.task.remove.mutationOptions({ onSuccess: onRemoved }));
  const deliverable = useMutation(trpc.deliverable.remove.mutationOptions({ onSuccess: onRemoved }));
  const remove = kind === "task" ? task : deliverable;
  const { id, version, code, title } = row;
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden="true" />}
        onClick={() => setAsking(true)}
      >
        {t(`plan:remove.${kind}`)}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={t(`plan:remove.${kind}`)}
        confirmLabel={t("common:remove")}
        isBusy={remove.isPending}
        error={remove.error}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate({ id, version })}
      >
        {code} {title}
      </ConfirmDialog>
    </div>
  );
}
