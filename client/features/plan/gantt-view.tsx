import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { GanttBoard } from "#client/features/plan/gantt-board.tsx";
import { GanttMonthList } from "#client/features/plan/gantt-month-list.tsx";
import classes from "#client/features/plan/gantt.module.css";
import { useFitWidth } from "#client/features/plan/use-fit-width.ts";
import { useGanttLabels } from "#client/features/plan/use-gantt-labels.ts";
import { useGanttOptions } from "#client/features/plan/use-gantt-options.ts";
import { ganttPicture, type GanttOptions } from "#shared/features/plan/gantt-geometry.ts";
import type { GanttRow } from "#shared/features/plan/gantt-rows.ts";
import type { ProjectPlan, TaskPlace } from "#shared/features/plan/plan.ts";

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

const nothing: ReadonlySet<string> = new Set();

/** The work plan as a Gantt; on a phone as a list by month. */
export function GanttView({ plan, selectedId = null, onOpen, baseline, actions }: Props) {
  const look = useGanttOptions();
  const isPhone = useMediaQuery("(max-width: 47.99em)", false, { getInitialValueInEffect: false });
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const outer = useRef<HTMLDivElement>(null);
  const fit = useFitWidth(outer, look.isFit, plan, today);
  const { zoom, groupBy, collapsed } = look;
  const options = useMemo<GanttOptions>(
    () => ({ groupBy, collapsed, today, zoom, ...(baseline ? { baseline } : {}), ...fit }),
    [groupBy, collapsed, today, zoom, baseline, fit],
  );
  const whole = useMemo(
    () => ganttPicture(plan, { groupBy, zoom: "year", collapsed: nothing, today }),
    [plan, groupBy, today],
  );
  const labels = useGanttLabels(plan);
  const open = useCallback(
    (row: GanttRow) => {
      if (row.kind !== "group") onOpen(row.kind, row.id);
    },
    [onOpen],
  );
  return (
    <div ref={outer} className={classes["view"]}>
      {isPhone ? (
        <GanttMonthList plan={plan} rows={whole.rows} labels={labels} monthNow={whole.scale.monthNow} onOpen={open} />
      ) : (
        <GanttBoard
          plan={plan}
          options={options}
          look={look}
          labels={labels}
          groupKeys={whole.rows.filter(({ kind }) => kind === "group").map(({ key }) => key)}
          selectedId={selectedId}
          onOpen={open}
          actions={actions}
        />
      )}
    </div>
  );
}
