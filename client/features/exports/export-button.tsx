import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

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
