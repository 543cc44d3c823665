import { Modal } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ProjectCreateForm } from "#client/features/projects/project-create-form.tsx";

type Props = { isOpen: boolean; onClose: () => void };

/** The short form that starts a project, and the way to it. */
export function ProjectCreateDialog({ isOpen, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("projects:create.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <ProjectCreateForm
        onCancel={onClose}
        onDone={(projectId) => void navigate({ to: "/projects/$projectId", params: { projectId } })}
      />
    </Modal>
  );
}
