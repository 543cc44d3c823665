import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { type GanttGrouping, ganttGroupings } from "#shared/features/plan/gantt-rows.ts";
import { type GanttZoom, ganttZooms } from "#shared/features/plan/gantt-scale.ts";

const oneOf = <Word extends string>(words: readonly Word[], value: unknown, other: Word): Word =>
  words.find((word) => word === value) ?? other;

/** How the Gantt is looked at: zoom and grouping live in the address, what is closed in the page. */
export function useGanttOptions() {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const [isFit, setFit] = useState(false);
  const put = (change: Record<string, string>) =>
    void navigate({ to: ".", search: (before: object) => ({ ...before, ...change }), replace: true });
  const toggle = useCallback(
    (key: string) =>
      setCollapsed((before) => {
        const next = new Set(before);
        if (!next.delete(key)) next.add(key);
        return next;
      }),
    [],
  );
  return {
    zoom: oneOf<GanttZoom>(ganttZooms, search["zoom"], "month"),
    groupBy: oneOf<GanttGrouping>(ganttGroupings, search["by"], "stream"),
    collapsed,
    isFit,
    toggle,
    setCollapsed,
    setFit,
    zoomTo: (zoom: GanttZoom) => {
      setFit(false);
      put({ zoom });
    },
    groupFor: (by: GanttGrouping) => put({ by }),
  };
}
export type GanttLook = ReturnType<typeof useGanttOptions>;
