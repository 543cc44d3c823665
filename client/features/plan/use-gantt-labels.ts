import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#client/lib/use-format.ts";
import type { GanttRow } from "#shared/features/plan/gantt-rows.ts";
import { planMonthText } from "#shared/features/plan/gantt-texts.ts";
import type { ProjectPlan, TaskPlace } from "#shared/features/plan/plan.ts";

/** What bars and marks are called when they are read out: name, organisation, from, to, progress, what they wait for. */
export function useGanttLabels(plan: ProjectPlan) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { language } = i18n;
  return useMemo(() => {
    const members = new Map(plan.participants.map(({ id, name }) => [id, name]));
    const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
    const before = Map.groupBy(plan.links, (link) => link.successorId);
    const month = (value: number | null, end: "first" | "last") =>
      value === null ? t("gantt:unset") : planMonthText(value, plan.startOn, language, end);
    const nameOf = ({ kind, id, code, title }: GanttRow) =>
      kind === "group" && id === "" ? t("gantt:loose") : `${code} ${title}`;
    const waits = (row: GanttRow) =>
      row.kind !== "task"
        ? []
        : (before.get(row.id) ?? []).flatMap(({ predecessorId }) => tasks.get(predecessorId)?.code ?? []).toSorted();
    const spoken = (row: GanttRow) => {
      const isSpan = row.kind === "task" || row.kind === "group";
      return [
        `${t(`gantt:kind.${row.kind}`)} ${nameOf(row)}`,
        row.participantId === null ? null : members.get(row.participantId),
        isSpan
          ? t("gantt:span", { from: month(row.startMonth, "first"), to: month(row.endMonth, "last") })
          : t("gantt:due", { month: month(row.endMonth, "last") }),
        row.progressBp === null ? null : t("gantt:progressIs", { share: format.shareShort(row.progressBp) }),
        row.isDone ? t("gantt:done") : row.isOverdue ? t("gantt:overdue") : null,
        row.isPinned ? t("gantt:pinned") : null,
        row.isExceeded ? t("gantt:exceeded") : null,
        waits(row).length > 0 ? t("gantt:dependsOn", { tasks: format.list(waits(row)) }) : null,
      ]
        .filter(Boolean)
        .join(", ");
    };
    const placed = (place: TaskPlace, moves: readonly TaskPlace[]) => {
      const task = tasks.get(place.id);
      const others = moves.filter(({ id }) => id !== place.id).flatMap(({ id }) => tasks.get(id)?.code ?? []);
      const held = moves.find(({ id }) => id === place.id) ?? place;
      const where = t("gantt:span", { from: month(held.startMonth, "first"), to: month(held.endMonth, "last") });
      const along =
        others.length === 0
          ? t("gantt:nobodyMoves")
          : t("gantt:othersMove", { count: others.length, tasks: shortList(others.toSorted()) });
      return `${task?.code ?? ""}: ${where}. ${along}`;
    };
    return { spoken, placed, nameOf, month };
  }, [plan, t, language, format]);
}
export type GanttLabels = ReturnType<typeof useGanttLabels>;

const shortList = (codes: readonly string[]) =>
  codes.length > 8 ? `${codes.slice(0, 8).join(", ")} …` : codes.join(", ");
