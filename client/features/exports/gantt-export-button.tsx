import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { GanttGrouping } from "#shared/features/plan/gantt-rows.ts";

const GanttExportDialog = lazy(async () => ({
  default: (await import("#client/features/exports/gantt-export-dialog.tsx")).GanttExportDialog,
}));

/** Opens the dialog that exports the Gantt of a project; it begins with how the Gantt is grouped on screen. */
export function GanttExportButton({ projectId, groupBy }: { projectId: string; groupBy: GanttGrouping }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconDownload size={17} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t("gantt:export")}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <GanttExportDialog projectId={projectId} groupBy={groupBy} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
