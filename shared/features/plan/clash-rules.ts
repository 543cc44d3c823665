import type { ProjectPlan } from "./plan.ts";
import { earliestStart } from "./schedule-rules.ts";

/** Something of the plan that its present months contradict; it is told, never repaired. */
export type Clash =
  | { kind: "link"; linkId: string; taskId: string; predecessorId: string; months: number }
  | { kind: "outside-stream" | "outside-project"; taskId: string };

type Checked = Pick<ProjectPlan, "tasks" | "links" | "durationMonths"> & {
  readonly streams: readonly Pick<ProjectPlan["streams"][number], "id" | "startMonth" | "endMonth">[];
};

/**
 * Links whose later task starts `months` too early, and tasks that leave the months of their stream or of the project.
 * Dropped tasks and missing months clash with nothing.
 */
export function clashesOf(plan: Checked): Clash[] {
  const tasks = new Map(plan.tasks.filter(({ state }) => state !== "dropped").map((task) => [task.id, task]));
  const streams = new Map(plan.streams.map((stream) => [stream.id, stream]));
  const broken = plan.links.flatMap((link): Clash[] => {
    const [first, then] = [tasks.get(link.predecessorId), tasks.get(link.successorId)];
    if (!first || !then || first.endMonth === null || then.startMonth === null) return [];
    const months = earliestStart(first.endMonth, link.lagMonths) - then.startMonth;
    return months > 0 ? [{ kind: "link", linkId: link.id, taskId: then.id, predecessorId: first.id, months }] : [];
  });
  const outside = [...tasks.values()].flatMap((task): Clash[] => {
    const stream = streams.get(task.streamId);
    const from = task.startMonth ?? task.endMonth;
    const to = task.endMonth ?? task.startMonth;
    if (from === null || to === null) return [];
    const found: Clash[] = [];
    if (stream && (from < (stream.startMonth ?? 1) || to > (stream.endMonth ?? to)))
      found.push({ kind: "outside-stream", taskId: task.id });
    if (plan.durationMonths !== null && to > plan.durationMonths)
      found.push({ kind: "outside-project", taskId: task.id });
    return found;
  });
  return [...broken, ...outside];
}
