import { Button, SegmentedControl } from "@mantine/core";
import { IconArrowsHorizontal, IconCalendarDot, IconFoldDown, IconFoldUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "#client/features/plan/gantt.module.css";
import type { GanttLook } from "#client/features/plan/use-gantt-options.ts";
import { IconButton } from "#client/ui/icon-button.tsx";
import { ganttGroupings } from "#shared/features/plan/gantt-rows.ts";
import { ganttZooms } from "#shared/features/plan/gantt-scale.ts";

type Props = { look: GanttLook; groupKeys: readonly string[]; onToday: () => void; children?: ReactNode };

/** Zoom, grouping, today, fit, open and close all. */
export function GanttToolbar({ look, groupKeys, onToday, children }: Props) {
  const { t } = useTranslation();
  const isClosed = groupKeys.length > 0 && groupKeys.every((key) => look.collapsed.has(key));
  return (
    <div className={classes["toolbar"]}>
      <SegmentedControl
        size="sm"
        aria-label={t("gantt:groupBy")}
        value={look.groupBy}
        onChange={(value) => look.groupFor(value)}
        data={ganttGroupings.map((value) => ({ value, label: t(`gantt:by.${value}`) }))}
      />
      <SegmentedControl
        size="sm"
        aria-label={t("gantt:zoom")}
        value={look.isFit ? "" : look.zoom}
        onChange={(value) => look.zoomTo(value as (typeof ganttZooms)[number])}
        data={ganttZooms.map((value) => ({ value, label: t(`gantt:zooms.${value}`) }))}
      />
      <IconButton
        icon={IconArrowsHorizontal}
        label={t("gantt:fit")}
        aria-pressed={look.isFit}
        onClick={() => look.setFit(!look.isFit)}
      />
      <IconButton
        icon={isClosed ? IconFoldDown : IconFoldUp}
        label={t(isClosed ? "gantt:openAll" : "gantt:closeAll")}
        onClick={() => look.setCollapsed(new Set(isClosed ? [] : groupKeys))}
      />
      <Button
        variant="default"
        size="sm"
        leftSection={<IconCalendarDot size={17} aria-hidden="true" />}
        onClick={onToday}
      >
        {t("gantt:today")}
      </Button>
      {children}
    </div>
  );
}
