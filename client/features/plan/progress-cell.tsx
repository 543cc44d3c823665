import { useTranslation } from "react-i18next";
import type { PlanRow } from "#client/features/plan/plan-search.ts";
import { useTaskSave } from "#client/features/plan/use-plan-acts.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { PlanTask } from "#shared/features/plan/plan.ts";

/** How far a task is, for planners and the member that leads it to say. */
export function ProgressCell({ row }: { row: PlanRow }) {
  return row.kind === "task" ? <TaskProgress task={row.task} /> : null;
}

function TaskProgress({ task }: { task: PlanTask }) {
  const { t } = useTranslation();
  const save = useTaskSave(task);
  return (
    <InlineField
      variant="share"
      name="progressBp"
      label={t("plan:fields.progressBp")}
      isLabelHidden
      canEdit={task.mayReport}
      value={task.progressBp}
      onSave={(share, present) => save("progressBp", share ?? 0, present)}
    />
  );
}
