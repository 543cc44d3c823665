import { Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ExportProgressPanel } from "#client/features/exports/export-progress-panel.tsx";
import { showInDialog } from "#client/features/exports/running-exports.ts";
import { GanttExportForm } from "#client/features/exports/gantt-export-form.tsx";
import type { GanttGrouping } from "#shared/features/plan/gantt-rows.ts";

type Props = { projectId: string; groupBy: GanttGrouping; onClose: () => void };

/** What of the Gantt to export, then its progress; closing leaves the export running in the tray. */
export function GanttExportDialog({ projectId, groupBy, onClose }: Props) {
  const { t } = useTranslation();
  const [startedId, setStartedId] = useState<string | null>(null);
  const show = (id: string | null) => {
    setStartedId(id);
    showInDialog(id);
  };
  const close = () => {
    showInDialog(null);
    onClose();
  };
  return (
    <Modal opened onClose={close} title={t("gantt:export")} closeButtonProps={{ "aria-label": t("common:close") }}>
      {startedId === null ? (
        <GanttExportForm projectId={projectId} groupBy={groupBy} onStarted={show} onCancel={close} />
      ) : (
        <ExportProgressPanel id={startedId} onClose={close} onAnother={() => show(null)} />
      )}
    </Modal>
  );
}
