import { useMediaQuery } from "@mantine/hooks";
import { lazy, type ReactNode, Suspense, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { GanttChart } from "#client/features/plan/gantt-chart.tsx";
import { GanttLegend } from "#client/features/plan/gantt-legend.tsx";
import { GanttMonthList } from "#client/features/plan/gantt-month-list.tsx";
import { GanttToolbar } from "#client/features/plan/gantt-toolbar.tsx";
import classes from "#client/features/plan/gantt.module.css";
import { useGanttLabels } from "#client/features/plan/use-gantt-labels.ts";
import { useGanttOptions } from "#client/features/plan/use-gantt-options.ts";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { ganttPicture, type GanttOptions } from "#shared/features/plan/gantt-geometry.ts";
import type { GanttRow } from "#shared/features/plan/gantt-rows.ts";
import { END_PAD, type GanttZoom } from "#shared/features/plan/gantt-scale.ts";
import type { ProjectPlan, TaskPlace } from "#shared/features/plan/plan.ts";

const GanttLinkDialog = lazy(async () => ({
  default: (await import("#client/features/plan/gantt-link-dialog.tsx")).GanttLinkDialog,
}));

type Props = {
  plan: ProjectPlan;
  /** The task, deliverable or milestone whose panel is open. */
  selectedId?: string | null;
  onOpen: (kind: Exclude<GanttRow["kind"], "group">, id: string) => void;
  /** Places of an earlier plan, drawn grey below the bars. */
  baseline?: readonly TaskPlace[];
  /** Further things for the toolbar. */
  actions?: ReactNode;
};

/** The work plan as a Gantt; on a phone as a list by month. */
export function GanttView({ plan, selectedId = null, onOpen, baseline, actions }: Props) {
  const { t } = useTranslation();
  const look = useGanttOptions();
  const isPhone = useMediaQuery("(max-width: 47.99em)", false, { getInitialValueInEffect: false });
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const [todayAsked, setTodayAsked] = useState(0);
  const [linking, setLinking] = useState<{ predecessorId: string | null; successorId: string } | null>(null);
  const outer = useRef<HTMLDivElement>(null);
  const fit = useFitWidth(outer, look.isFit, plan, today);
  const { zoom, groupBy, collapsed } = look;
  const options = useMemo<GanttOptions>(
    () => ({ groupBy, collapsed, today, zoom, ...(baseline ? { baseline } : {}), ...fit }),
    [groupBy, collapsed, today, zoom, baseline, fit],
  );
  const openRows = useMemo(() => ganttPicture(plan, { ...options, collapsed: nothing }), [plan, options]);
  const labels = useGanttLabels(plan);
  const open = useCallback(
    (row: GanttRow) => {
      if (row.kind !== "group") onOpen(row.kind, row.id);
    },
    [onOpen],
  );
  const link = useCallback(
    (predecessorId: string | null, successorId: string) => setLinking({ predecessorId, successorId }),
    [],
  );
  if (openRows.rows.length === 0) return <EmptyState kind="nothing-yet" title={t("gantt:none")} />;
  return (
    <div ref={outer} className={classes["view"]}>
      {isPhone ? (
        <GanttMonthList
          plan={plan}
          rows={openRows.rows}
          labels={labels}
          monthNow={openRows.scale.monthNow}
          onOpen={open}
        />
      ) : (
        <>
          <GanttToolbar
            look={look}
            groupKeys={openRows.rows.filter(({ kind }) => kind === "group").map(({ key }) => key)}
            onToday={() => setTodayAsked((asked) => asked + 1)}
          >
            {actions}
          </GanttToolbar>
          <GanttChart
            plan={plan}
            options={options}
            selectedId={selectedId}
            todayAsked={todayAsked}
            onOpen={open}
            onToggle={look.toggle}
            onLink={link}
          />
          <GanttLegend plan={plan} hasBaseline={baseline !== undefined} />
        </>
      )}
      {linking ? (
        <Suspense fallback={null}>
          <GanttLinkDialog plan={plan} {...linking} onClose={() => setLinking(null)} />
        </Suspense>
      ) : null}
    </div>
  );
}

const nothing: ReadonlySet<string> = new Set();
const SCROLLBAR = 18;

type Fit = { zoom?: GanttZoom; monthWidth?: number };
const noFit: Fit = {};

/** The width of a month at which the whole range is in sight beside the names. */
function useFitWidth(
  outer: { readonly current: HTMLElement | null },
  isFit: boolean,
  plan: ProjectPlan,
  today: string,
): Fit {
  const [fit, setFit] = useState<Fit>(noFit);
  useLayoutEffect(() => {
    const element = outer.current;
    if (!isFit || !element) return setFit(noFit);
    const measure = () => {
      const { months } = ganttPicture(plan, { groupBy: "stream", zoom: "year", collapsed: nothing, today }).scale;
      const names = element.querySelector("[data-gantt-names]")?.clientWidth ?? 0;
      const monthWidth = Math.max(3, (element.clientWidth - names - END_PAD - SCROLLBAR) / months);
      setFit({ monthWidth, zoom: monthWidth >= 30 ? "month" : monthWidth >= 10 ? "quarter" : "year" });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [outer, isFit, plan, today]);
  return fit;
}
