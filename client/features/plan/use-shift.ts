import { useMutation } from "@tanstack/react-query";
import { createContext, useContext, useState } from "react";
import { trpc } from "#client/app/trpc.ts";
import type { ProjectPlan, TaskPlace } from "#shared/features/plan/plan.ts";
import { followShift } from "#shared/features/plan/schedule-rules.ts";

/** A move that waits for a yes: every task whose months change, and how to go on. */
export type Shift = { moves: TaskPlace[]; decide: (isWanted: boolean) => void };

type PlaceTask = (place: TaskPlace, seen?: number) => Promise<boolean>;

export const ShiftContext = createContext<PlaceTask>(() => Promise.resolve(false));

/** Puts a task to new months; asks first when others have to move along; false when nothing was moved. */
export function usePlaceTask(): PlaceTask {
  return useContext(ShiftContext);
}

/** Moves tasks with all that they push as one act; `shift` is what is to be shown before. */
export function useShift(plan: ProjectPlan) {
  const [shift, setShift] = useState<Shift | null>(null);
  const move = useMutation(trpc.task.move.mutationOptions());
  const versions = new Map(plan.tasks.map(({ id, version }) => [id, version]));
  const placeTask: PlaceTask = async (place, seen) => {
    const { moves } = followShift(plan, [place]);
    if (moves.length === 0) return false;
    if (moves.some(({ id }) => id !== place.id) && !(await ask(moves))) return false;
    const withVersions = moves.map((each) => ({
      ...each,
      version: (each.id === place.id ? seen : undefined) ?? versions.get(each.id) ?? 1,
    }));
    await move.mutateAsync({ projectId: plan.projectId, moves: withVersions });
    return true;
  };
  const ask = (moves: TaskPlace[]) =>
    new Promise<boolean>((resolve) => {
      const decide = (isWanted: boolean) => {
        setShift(null);
        resolve(isWanted);
      };
      setShift({ moves, decide });
    });
  return { shift, placeTask };
}
