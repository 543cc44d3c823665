import { useCallback, useEffect, useEffectEvent, useMemo, useState } from "react";
import { useMoveTasks } from "#client/features/plan/use-move-tasks.ts";
import type { ProjectPlan, TaskPlace } from "#shared/features/plan/plan.ts";
import { followShift } from "#shared/features/plan/schedule-rules.ts";

const SETTLES_AFTER_MS = 700;

/** When what is held is to be written; null: not yet. */
type Wish = "now" | "soon" | null;

/**
 * A task held over new months, with everything that would move along, before anything is written. `commit` writes all of
 * it as one act; `settle` does so once the person pauses, so that five presses of a key are one move.
 */
export function useGanttDraft(plan: ProjectPlan) {
  const [place, setPlace] = useState<TaskPlace | null>(null);
  const [wish, setWish] = useState<Wish>(null);
  const { write, isBusy } = useMoveTasks(plan);
  const shift = useMemo(() => (place === null ? null : followShift(plan, [place])), [plan, place]);
  const moves = shift?.moves ?? noMoves;
  const send = useEffectEvent((held: TaskPlace | null) => {
    setWish(null);
    const letGo = () => setPlace((present) => (present === held ? null : present));
    if (moves.length === 0) letGo();
    else void write(moves).finally(letGo);
  });
  useEffect(() => {
    // What is nudged on while a move is written waits for it, and for the versions it leaves.
    if (wish === null || place === null || isBusy) return;
    const timer = setTimeout(() => send(place), wish === "now" ? 0 : SETTLES_AFTER_MS);
    return () => clearTimeout(timer);
  }, [wish, place, isBusy]);
  const leave = useEffectEvent(() => {
    if (wish !== null && moves.length > 0 && !isBusy) void write(moves);
  });
  useEffect(() => () => leave(), []);
  const cancel = useCallback(() => {
    setWish(null);
    setPlace(null);
  }, []);
  const settle = useCallback(() => setWish("soon"), []);
  const commit = useCallback(() => setWish((before) => (place === null ? before : "now")), [place]);
  return { place, moves, cycle: shift?.cycle ?? null, hold: setPlace, settle, commit, cancel };
}
export type GanttDraft = ReturnType<typeof useGanttDraft>;

const noMoves: TaskPlace[] = [];
