import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { InvitationForm } from "#client/features/invitations/invitation-form.tsx";

type Props = { projectId: string; isOpen: boolean; onClose: () => void };

/** Invites by mail without leaving the members. */
export function InvitationDialog({ projectId, isOpen, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("invitations:form.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <InvitationForm projectId={projectId} onDone={onClose} />
    </Modal>
  );
}
