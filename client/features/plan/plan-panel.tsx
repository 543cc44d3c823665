import { Drawer } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { DeliverableView } from "#client/features/plan/deliverable-view.tsx";
import { TaskView } from "#client/features/plan/task-view.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = { plan: ProjectPlan; id: string | undefined; onClose: () => void };

/** One task or deliverable beside the plan, opened by its address. */
export function PlanPanel({ plan, id, onClose }: Props) {
  const { t } = useTranslation();
  const task = plan.tasks.find((each) => each.id === id);
  const deliverable = plan.deliverables.find((each) => each.id === id);
  const shown = task ?? deliverable;
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={shown === undefined ? t("frame:plan") : `${shown.code} ${shown.title}`}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      {task === undefined ? null : <TaskView key={task.id} plan={plan} task={task} onRemoved={onClose} />}
      {deliverable === undefined ? null : (
        <DeliverableView key={deliverable.id} plan={plan} row={deliverable} onRemoved={onClose} />
      )}
      {shown === undefined && id !== undefined ? <EmptyState kind="nothing-yet" title={t("faults:NOT_FOUND")} /> : null}
    </Drawer>
  );
}
