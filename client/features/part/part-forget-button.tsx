import { Button } from "@mantine/core";
import { IconEraser } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";

type Props = { waiting: number; onForget: () => void };

/** Removes what this device keeps; asks first while something on it never reached the server. */
export function PartForgetButton({ waiting, onForget }: Props) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconEraser size={17} aria-hidden="true" />}
        onClick={() => (waiting === 0 ? onForget() : setAsking(true))}
      >
        {t("part:forget")}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t("part:forget")}
        confirmLabel={t("part:forget")}
        isDangerous
        onConfirm={onForget}
        onClose={() => setAsking(false)}
      >
        {t("part:forgetUnsent", { count: waiting })}
      </ConfirmDialog>
    </>
  );
}
