import { lazy, type ReactNode, Suspense, useCallback, useState } from "react";
import { GanttChart } from "#client/features/plan/gantt-chart.tsx";
import { GanttExportButton } from "#client/features/exports/gantt-export-button.tsx";
import { GanttLegend } from "#client/features/plan/gantt-legend.tsx";
import { GanttToolbar } from "#client/features/plan/gantt-toolbar.tsx";
import type { GanttLabels } from "#client/features/plan/use-gantt-labels.ts";
import type { GanttLook } from "#client/features/plan/use-gantt-options.ts";
import type { GanttOptions } from "#shared/features/plan/gantt-geometry.ts";
import type { GanttRow } from "#shared/features/plan/gantt-rows.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

const GanttLinkDialog = lazy(async () => ({
  default: (await import("#client/features/plan/gantt-link-dialog.tsx")).GanttLinkDialog,
}));

type Props = {
  plan: ProjectPlan;
  options: GanttOptions;
  look: GanttLook;
  labels: GanttLabels;
  groupKeys: readonly string[];
  selectedId: string | null;
  onOpen: (row: GanttRow) => void;
  actions: ReactNode;
};

/** Toolbar, chart and legend, and the dialog of links. */
export function GanttBoard({ plan, options, look, labels, groupKeys, selectedId, onOpen, actions }: Props) {
  const [todayAsked, setTodayAsked] = useState(0);
  const [linking, setLinking] = useState<{ predecessorId: string | null; successorId: string } | null>(null);
  const link = useCallback(
    (predecessorId: string | null, successorId: string) => setLinking({ predecessorId, successorId }),
    [],
  );
  return (
    <>
      <GanttToolbar look={look} groupKeys={groupKeys} onToday={() => setTodayAsked((asked) => asked + 1)}>
        <GanttExportButton projectId={plan.projectId} groupBy={look.groupBy} />
        {actions}
      </GanttToolbar>
      <GanttChart
        plan={plan}
        options={options}
        labels={labels}
        selectedId={selectedId}
        todayAsked={todayAsked}
        onOpen={onOpen}
        onToggle={look.toggle}
        onLink={link}
      />
      <GanttLegend plan={plan} hasBaseline={options.baseline !== undefined} />
      {linking ? (
        <Suspense fallback={null}>
          <GanttLinkDialog plan={plan} {...linking} onClose={() => setLinking(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
