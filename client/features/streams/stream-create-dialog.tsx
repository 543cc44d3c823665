import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { StreamCreateForm } from "#client/features/streams/stream-create-form.tsx";

type Props = { projectId: string; isOpen: boolean; onClose: () => void };

/** Adds a stream to the plan. */
export function StreamCreateDialog({ projectId, isOpen, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("streams:create.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <StreamCreateForm projectId={projectId} onDone={onClose} />
    </Modal>
  );
}
