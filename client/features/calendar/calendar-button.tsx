import { Button } from "@mantine/core";
import { IconCalendar } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { presentViewing } from "#client/app/viewing.ts";

const CalendarDialog = lazy(() =>
  import("#client/features/calendar/calendar-dialog.tsx").then((part) => ({ default: part.CalendarDialog })),
);

/** Opens the ways to have the days of a plan in a calendar program. */
export function CalendarButton({ projectId }: { projectId: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  // Through a member's eyes a project is read on the screen, and nothing leaves.
  if (presentViewing() !== null) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCalendar size={17} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t("calendar:open")}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <CalendarDialog projectId={projectId} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
