import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useMoveTasks } from "#client/features/plan/use-move-tasks.ts";
import type { ProjectPlan, TaskPlace } from "#shared/features/plan/plan.ts";
import { followShift } from "#shared/features/plan/schedule-rules.ts";

const SETTLES_AFTER_MS = 700;

/**
 * A task held over new months, with everything that would move along, before anything is written. `commit` writes all of
 * it as one act; `settle` does so once the person pauses, so that five presses of a key are one move.
 */
export function useGanttDraft(plan: ProjectPlan) {
  const [place, setPlace] = useState<TaskPlace | null>(null);
  const present = useRef<TaskPlace | null>(null);
  const timer = useRef(0);
  const { write, isBusy } = useMoveTasks(plan);
  const shift = useMemo(() => (place === null ? null : followShift(plan, [place])), [plan, place]);
  const put = useCallback((next: TaskPlace | null) => {
    present.current = next;
    setPlace(next);
  }, []);
  const cancel = useCallback(() => {
    clearTimeout(timer.current);
    put(null);
  }, [put]);
  const commit = useCallback(() => {
    clearTimeout(timer.current);
    const held = present.current;
    if (held === null) return;
    if (isBusy.current) {
      timer.current = window.setTimeout(() => latest.current(), SETTLES_AFTER_MS);
      return;
    }
    const { moves } = followShift(plan, [held]);
    if (moves.length === 0) return put(null);
    void write(moves).finally(() => {
      if (present.current === held) put(null);
    });
  }, [plan, put, write, isBusy]);
  const latest = useRef(commit);
  useEffect(() => {
    latest.current = commit;
  }, [commit]);
  useEffect(() => () => latest.current(), []);
  const settle = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => latest.current(), SETTLES_AFTER_MS);
  }, []);
  return { place, moves: shift?.moves ?? noMoves, cycle: shift?.cycle ?? null, hold: put, settle, commit, cancel };
}
export type GanttDraft = ReturnType<typeof useGanttDraft>;

const noMoves: TaskPlace[] = [];
