import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { presentViewing } from "#client/app/viewing.ts";

const ExportDialog = lazy(async () => ({
  default: (await import("#client/features/exports/export-dialog.tsx")).ExportDialog,
}));

/** Opens the dialog that exports the summary of a project. */
export function ExportButton({ projectId }: { projectId: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const open = () => {
    setOpened(true);
    setOpen(true);
  };
  // Through a member's eyes a project is read on the screen, and no file leaves.
  if (presentViewing() !== null) return null;
  return (
    <>
      <Button leftSection={<IconDownload size={17} aria-hidden="true" />} onClick={open}>
        {t("exports:open")}
      </Button>
      {wasOpened ? (
        <Suspense fallback={null}>
          <ExportDialog projectId={projectId} isOpen={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
