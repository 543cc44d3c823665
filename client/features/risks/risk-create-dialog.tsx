import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { RiskForm } from "#client/features/risks/risk-form.tsx";
import type { RiskList } from "#shared/features/risks/risk.ts";

type Props = { projectId: string; list: RiskList; isOpen: boolean; onClose: () => void };

/** Asks for a new risk. */
export function RiskCreateDialog({ projectId, list, isOpen, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("risks:create.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <RiskForm projectId={projectId} list={list} onDone={onClose} />
    </Modal>
  );
}
