import { Group, Modal } from "@mantine/core";
import { IconArrowUp, IconPencil, IconReport, IconTrash } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { RiskForm } from "#client/features/risks/risk-form.tsx";
import { RiskReportForm } from "#client/features/risks/risk-report-form.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";
import type { RiskList, RiskRow } from "#shared/features/risks/risk.ts";

/** What the person may do with one risk: say how it stands, change it, move it up, remove it. */
export function RiskActions({ row, list }: { row: RiskRow; list: RiskList }) {
  const { t } = useTranslation();
  const { projectId } = useParams({ from: "/projects/$projectId" });
  const [open, setOpen] = useState<"edit" | "report" | "remove" | null>(null);
  const close = () => setOpen(null);
  const remove = useMutation(trpc.risk.remove.mutationOptions({ onSuccess: close }));
  const reorder = useMutation(trpc.risk.reorder.mutationOptions());
  const { number } = row;
  const at = list.rows.findIndex(({ id }) => id === row.id);
  const moveUp = () => {
    const order = list.rows.toSpliced(at, 1).toSpliced(at - 1, 0, row);
    reorder.mutate({ projectId, risks: order.map(({ id, version }) => ({ id, version })) });
  };
  return (
    <Group gap={4} wrap="nowrap">
      {row.mayReport && list.periods.length > 0 ? (
        <IconButton icon={IconReport} label={t("risks:report.open", { number })} onClick={() => setOpen("report")} />
      ) : null}
      {row.mayReport ? (
        <IconButton icon={IconPencil} label={t("risks:edit.open", { number })} onClick={() => setOpen("edit")} />
      ) : null}
      {list.mayPlan && at > 0 ? (
        <IconButton icon={IconArrowUp} label={t("risks:move.up", { number })} onClick={moveUp} />
      ) : null}
      {list.mayPlan ? (
        <IconButton icon={IconTrash} label={t("risks:remove.open", { number })} onClick={() => setOpen("remove")} />
      ) : null}
      <Modal
        opened={open === "edit" || open === "report"}
        onClose={close}
        title={open === "report" ? t("risks:report.title", { number }) : t("risks:edit.title", { number })}
        size="lg"
        closeButtonProps={{ "aria-label": t("common:close") }}
      >
        {open === "edit" ? <RiskForm projectId={projectId} list={list} row={row} onDone={close} /> : null}
        {open === "report" ? <RiskReportForm row={row} periods={list.periods} onDone={close} /> : null}
      </Modal>
      <ConfirmDialog
        isOpen={open === "remove"}
        isDangerous
        title={t("risks:remove.title", { number })}
        confirmLabel={t("risks:remove.confirm")}
        isBusy={remove.isPending}
        error={remove.error}
        onClose={close}
        onConfirm={() => remove.mutate({ id: row.id, version: row.version })}
      >
        {row.title}
      </ConfirmDialog>
    </Group>
  );
}
