import { Checkbox, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { LinksDialog } from "#client/features/plan/links-dialog.tsx";
import { RemoveButton } from "#client/features/plan/remove-button.tsx";
import { ShiftDialog } from "#client/features/plan/shift-dialog.tsx";
import { TaskFacts } from "#client/features/plan/task-facts.tsx";
import { TaskPeopleField } from "#client/features/plan/task-people-field.tsx";
import { useTaskSave } from "#client/features/plan/use-plan-acts.ts";
import { ShiftContext, useShift } from "#client/features/plan/use-shift.ts";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { PlanTask, ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = { plan: ProjectPlan; task: PlanTask; onRemoved: () => void };

/** Everything about one task, edited where it stands. */
export function TaskView({ plan, task, onRemoved }: Props) {
  const { t } = useTranslation();
  const save = useTaskSave(task);
  const { shift, placeTask } = useShift(plan);
  const [isLinking, setLinking] = useState(false);
  const found = useQuery(trpc.task.show.queryOptions({ id: task.id }));
  return (
    <ShiftContext.Provider value={placeTask}>
      <Stack>
        <TaskFacts plan={plan} task={task} onLinks={() => setLinking(true)} />
        <Checkbox
          label={t("plan:pinned")}
          description={t("plan:pinnedText")}
          checked={task.pinned}
          disabled={!task.mayRevise}
          onChange={(event) => void save("pinned", event.currentTarget.checked)}
        />
        <TaskPeopleField plan={plan} task={task} onSave={(ids) => save("participantIds", ids)} />
        <FaultAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.data === undefined ? null : (
          <InlineField
            variant="long-text"
            name="description"
            label={t("plan:fields.description")}
            canEdit={task.mayReport}
            value={found.data.description || null}
            maxLength={8000}
            onSave={(text, present) => save("description", text ?? "", present)}
          />
        )}
        {task.mayRevise ? <RemoveButton kind="task" row={task} onRemoved={onRemoved} /> : null}
      </Stack>
      <ShiftDialog plan={plan} shift={shift} />
      <LinksDialog plan={plan} taskId={isLinking ? task.id : null} onClose={() => setLinking(false)} />
    </ShiftContext.Provider>
  );
}
