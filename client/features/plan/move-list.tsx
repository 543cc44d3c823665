import { useTranslation } from "react-i18next";
import classes from "#client/features/plan/plan.module.css";
import type { ProjectPlan, TaskPlace } from "#shared/features/plan/plan.ts";

type Props = { plan: ProjectPlan; moves: readonly TaskPlace[] };

/** Every task that moves, with its months before and after. */
export function MoveList({ plan, moves }: Props) {
  const { t } = useTranslation();
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  const months = (from: number | null | undefined, to: number | null | undefined) =>
    from == null && to == null ? t("plan:noMonths") : t("plan:months", { from: from ?? "…", to: to ?? "…" });
  return (
    <ul className={classes["moves"]}>
      {moves.map(({ id, startMonth, endMonth }) => {
        const task = byId.get(id);
        return (
          <li key={id}>
            <span>
              {task?.code} {task?.title}
            </span>
            <span className={classes["places"]}>
              <del>{months(task?.startMonth, task?.endMonth)}</del> <ins>{months(startMonth, endMonth)}</ins>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
