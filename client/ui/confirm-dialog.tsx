import { Button, Group, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FaultAlert } from "#client/ui/fault-alert.tsx";

type Props = {
  isOpen: boolean;
  title: string;
  children: ReactNode;
  /** The deed as a verb: "Remove the member". */
  confirmLabel: string;
  isDangerous?: boolean;
  isBusy?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks before something that is hard to take back, says what will happen, and stays open when it fails. */
export function ConfirmDialog({
  isOpen,
  title,
  children,
  confirmLabel,
  isDangerous = false,
  isBusy = false,
  error,
  onConfirm,
  onClose,
}: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("common:close") }}>
      <div>{children}</div>
      <FaultAlert error={error} />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus={isDangerous || undefined}>
          {t("common:cancel")}
        </Button>
        <Button {...(isDangerous ? { color: "red.8" } : {})} onClick={onConfirm} loading={isBusy}>
          {confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}
