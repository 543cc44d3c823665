import { type RefObject, useLayoutEffect, useState } from "react";
import type { GanttOptions } from "#shared/features/plan/gantt-geometry.ts";
import { END_PAD, type GanttZoom, scaleOf } from "#shared/features/plan/gantt-scale.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

const SCROLLBAR = 18;

type Fit = Partial<Pick<GanttOptions, "monthWidth" | "zoom">>;
const noFit: Fit = {};

const zoomAt = (monthWidth: number): GanttZoom => (monthWidth >= 30 ? "month" : monthWidth >= 10 ? "quarter" : "year");

/** The width of a month at which the whole range is in sight beside the names; empty unless asked for. */
export function useFitWidth(
  outer: RefObject<HTMLElement | null>,
  isFit: boolean,
  plan: ProjectPlan,
  today: string,
): Fit {
  const [fit, setFit] = useState<Fit>(noFit);
  useLayoutEffect(() => {
    const element = outer.current;
    if (!isFit || !element) return;
    const { months } = scaleOf(plan, { zoom: "year", today });
    const measure = () => {
      const names = element.querySelector("[data-gantt-names]")?.clientWidth ?? 0;
      const monthWidth = Math.max(3, (element.clientWidth - names - END_PAD - SCROLLBAR) / months);
      setFit({ monthWidth, zoom: zoomAt(monthWidth) });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [outer, isFit, plan, today]);
  return isFit ? fit : noFit;
}
