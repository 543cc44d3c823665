import { Checkbox, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { trpc } from "#client/app/trpc.ts";
import { LeadField } from "#client/features/plan/lead-field.tsx";
import { LinksDialog } from "#client/features/plan/links-dialog.tsx";
import { MonthField } from "#client/features/plan/month-field.tsx";
import { RemoveButton } from "#client/features/plan/remove-button.tsx";
import { ShiftDialog } from "#client/features/plan/shift-dialog.tsx";
import { TaskPeopleField } from "#client/features/plan/task-people-field.tsx";
import { useTaskSave } from "#client/features/plan/use-plan-acts.ts";
import { ShiftContext, useShift } from "#client/features/plan/use-shift.ts";
import { WaitsCell } from "#client/features/plan/waits-cell.tsx";
import classes from "#client/features/plan/plan.module.css";
import { FaultAlert } from "#client/ui/fault-alert.tsx";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { PlanTask, ProjectPlan } from "#shared/features/plan/plan.ts";
import { taskStates } from "#shared/features/tasks/task-words.ts";

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
        <InlineField
          name="title"
          label={t("plan:fields.title")}
          canEdit={task.mayRevise}
          value={task.title}
          maxLength={300}
          onSave={(title, present) => save("title", title ?? "", present)}
        />
        <div className={classes["facts"]}>
          <LeadField
            participants={plan.participants}
            value={task.leadParticipantId}
            canEdit={task.mayRevise}
            onSave={(id, present) => save("leadParticipantId", id, present)}
          />
          <InlineField
            variant="select"
            name="state"
            label={t("plan:fields.state")}
            canEdit={task.mayReport}
            options={taskStates.map((value) => ({ value, label: t(`plan:taskState.${value}`) }))}
            value={task.state}
            onSave={(state, present) => save("state", taskStates.find((each) => each === state) ?? task.state, present)}
          />
          <MonthField task={task} name="startMonth" />
          <MonthField task={task} name="endMonth" />
          <InlineField
            variant="share"
            name="progressBp"
            label={t("plan:fields.progressBp")}
            canEdit={task.mayReport}
            value={task.progressBp}
            onSave={(share, present) => save("progressBp", share ?? 0, present)}
          />
          <div>
            <div className={classes["label"]}>{t("plan:fields.waits")}</div>
            <WaitsCell plan={plan} task={task} onOpen={() => setLinking(true)} />
          </div>
        </div>
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
