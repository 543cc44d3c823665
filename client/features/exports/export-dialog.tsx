import { Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ExportForm } from "#client/features/exports/export-form.tsx";
import { ExportProgressPanel } from "#client/features/exports/export-progress-panel.tsx";
import { showInDialog } from "#client/features/exports/running-exports.ts";

type Props = { projectId: string; isOpen: boolean; onClose: () => void };

/** Format, audience and language of a summary, then its progress; closing leaves the export running in the tray. */
export function ExportDialog({ projectId, isOpen, onClose }: Props) {
  const { t } = useTranslation();
  const [startedId, setStartedId] = useState<string | null>(null);
  const show = (id: string | null) => {
    setStartedId(id);
    showInDialog(id);
  };
  const close = () => {
    show(null);
    onClose();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t("exports:open")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {startedId === null ? (
        <ExportForm projectId={projectId} onStarted={show} onCancel={close} />
      ) : (
        <ExportProgressPanel id={startedId} onClose={close} onAnother={() => show(null)} />
      )}
    </Modal>
  );
}
