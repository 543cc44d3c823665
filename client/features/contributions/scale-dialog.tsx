import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ScaleForm } from "#client/features/contributions/scale-form.tsx";
import type { ContributionRow } from "#shared/features/contributions/contribution-views.ts";

type Props = {
  isOpen: boolean;
  rows: readonly ContributionRow[];
  currency: string;
  isBusy: boolean;
  error: unknown;
  onConfirm: (changeBp: number, reason: string) => void;
  onClose: () => void;
};

/** The same percentage for many agreed lines, over the ledger. */
export function ScaleDialog({ isOpen, onClose, ...form }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("contributions:scale.title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <ScaleForm {...form} onCancel={onClose} />
    </Modal>
  );
}
