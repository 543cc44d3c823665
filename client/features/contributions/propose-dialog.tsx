import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ProposeForm } from "#client/features/contributions/propose-form.tsx";
import type { ContributionOptions } from "#shared/features/contributions/contribution-views.ts";

type Props = {
  isOpen: boolean;
  projectId: string;
  options: ContributionOptions | undefined;
  onClose: () => void;
  /** Gets the new line. */
  onDone: (id: string) => void;
};

/** The form for a new contribution, over the ledger. */
export function ProposeDialog({ isOpen, projectId, options, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const finish = (id: string) => {
    onClose();
    onDone(id);
  };
  return (
    <Modal
      opened={isOpen && options !== undefined}
      onClose={onClose}
      title={t("contributions:new")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {options === undefined ? null : (
        <ProposeForm projectId={projectId} options={options} onCancel={onClose} onDone={finish} />
      )}
    </Modal>
  );
}
