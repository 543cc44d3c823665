import { useTranslation } from "react-i18next";
import type { PlanTask, ProjectPlan, TaskPlace } from "#shared/features/plan/plan.ts";
import { cycleOf, followShift } from "#shared/features/plan/schedule-rules.ts";

/** What a new link would push, and in words why it cannot be or who moves. */
export type LinkPreview = { moves: (TaskPlace & { version: number })[]; isRefused: boolean; told: string };

const noMoves: LinkPreview = { moves: [], isRefused: true, told: "" };

/** Tries a link on the plan as it is; nothing is written. */
export function useLinkPreview(
  plan: ProjectPlan,
  predecessorId: string,
  successorId: string,
  lagMonths: number,
): LinkPreview {
  const { t } = useTranslation();
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  const predecessor = tasks.get(predecessorId);
  if (!predecessor) return noMoves;
  const codes = (ids: readonly string[]) => ids.map((id) => tasks.get(id)?.code ?? "…");
  const isTaken = plan.links.some((each) => each.predecessorId === predecessorId && each.successorId === successorId);
  if (isTaken) return { ...noMoves, told: t("gantt:linkTaken") };
  const links = [...plan.links, { predecessorId, successorId, lagMonths }];
  const cycle = cycleOf(links);
  if (cycle) return { ...noMoves, told: t("gantt:cycleOf", { tasks: codes([...cycle, cycle[0] ?? ""]).join(" → ") }) };
  const place = placeOf(predecessor);
  const moves = place === null ? [] : followShift({ tasks: plan.tasks, links }, [place]).moves;
  const told =
    moves.length === 0
      ? t("gantt:nobodyMoves")
      : t("gantt:othersMove", { count: moves.length, tasks: codes(moves.map(({ id }) => id)).join(", ") });
  return {
    moves: moves.map((move) => ({ ...move, version: tasks.get(move.id)?.version ?? 1 })),
    isRefused: false,
    told,
  };
}

function placeOf({ id, startMonth, endMonth }: PlanTask): TaskPlace | null {
  return startMonth === null || endMonth === null ? null : { id, startMonth, endMonth };
}
