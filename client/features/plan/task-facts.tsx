import { useTranslation } from "react-i18next";
import { LeadField } from "#client/features/plan/lead-field.tsx";
import { MonthField } from "#client/features/plan/month-field.tsx";
import { useTaskSave } from "#client/features/plan/use-plan-acts.ts";
import { WaitsCell } from "#client/features/plan/waits-cell.tsx";
import classes from "#client/features/plan/plan.module.css";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { PlanTask, ProjectPlan } from "#shared/features/plan/plan.ts";
import { taskStates } from "#shared/features/tasks/task-words.ts";

type Props = { plan: ProjectPlan; task: PlanTask; onLinks: () => void };

/** What a task is, who leads it, when it runs and how it goes. */
export function TaskFacts({ plan, task, onLinks }: Props) {
  const { t } = useTranslation();
  const save = useTaskSave(task);
  return (
    <>
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
          <WaitsCell plan={plan} task={task} onOpen={onLinks} />
        </div>
      </div>
    </>
  );
}
