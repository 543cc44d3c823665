import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

/** Takes one own act back, with all it did. */
export function ChangeUndoButton({ groupId }: { groupId: string }) {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const undo = async () => {
    setBusy(true);
    const { undoGroup } = await import("#client/features/activity/take-back.tsx");
    await undoGroup(groupId);
    setBusy(false);
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={isBusy}
      leftSection={<IconArrowBackUp size={15} aria-hidden="true" />}
      onClick={() => void undo()}
    >
      {t("common:undo")}
    </Button>
  );
}
