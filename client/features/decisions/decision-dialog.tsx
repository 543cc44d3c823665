import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DecisionForm } from "#client/features/decisions/decision-form.tsx";
import type { DecisionDetail } from "#shared/features/decisions/decision.ts";

type Props = {
  isOpen: boolean;
  projectId: string;
  /** The draft to change; without one a new question is written down. */
  decision?: DecisionDetail;
  onClose: () => void;
  onDone: (id: string) => void;
};

/** The form of a question, over the page. */
export function DecisionDialog({ isOpen, projectId, decision, onClose, onDone }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t(`decisions:${decision ? "revise" : "new"}`)}
      size="lg"
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <DecisionForm projectId={projectId} {...(decision ? { decision } : {})} onCancel={onClose} onDone={onDone} />
    </Modal>
  );
}
