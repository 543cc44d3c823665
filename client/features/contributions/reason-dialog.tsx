import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";

type Props = {
  isOpen: boolean;
  title: string;
  confirmLabel: string;
  isBusy: boolean;
  error: unknown;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** Asks for the reason of a refusal; without one nothing is sent. */
export function ReasonDialog({ onConfirm, ...dialog }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const confirm = () => {
    setMissing(reason.trim() === "");
    if (reason.trim() !== "") onConfirm(reason);
  };
  return (
    <ConfirmDialog {...dialog} onConfirm={confirm}>
      <Textarea
        label={t("contributions:reason")}
        description={t("contributions:amendment.reasonHint")}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        data-autofocus
        value={reason}
        error={isMissing ? t("faults:REQUIRED") : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
