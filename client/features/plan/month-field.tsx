import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTaskSave } from "#client/features/plan/use-plan-acts.ts";
import { usePlaceTask } from "#client/features/plan/use-shift.ts";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { PlanTask, TaskPlace } from "#shared/features/plan/plan.ts";

type Props = {
  task: Pick<PlanTask, "id" | "version" | "startMonth" | "endMonth" | "mayRevise">;
  name: "startMonth" | "endMonth";
  isLabelHidden?: boolean;
};

/** First or last month of a task, edited where it stands; a new first month takes the whole task along. */
export function MonthField({ task, name, isLabelHidden = false }: Props) {
  const { t } = useTranslation();
  const save = useTaskSave(task);
  const place = usePlaceTask();
  const [round, setRound] = useState(0);
  const move = async (to: TaskPlace, seen?: number) => {
    // Nothing was saved: a fresh field shows the month that still holds.
    if (!(await place(to, seen))) setRound((before) => before + 1);
  };
  const put = (month: number | null, present?: PresentRow) => {
    const { id, startMonth, endMonth } = task;
    if (month === null || month < 1 || month > 999) return save(name, month, present);
    const length = startMonth === null || endMonth === null ? 0 : endMonth - startMonth;
    if (name === "startMonth" && endMonth !== null)
      return move(
        { id, startMonth: month, endMonth: startMonth === null ? endMonth : month + length },
        present?.version,
      );
    if (name === "endMonth" && startMonth !== null && month >= startMonth)
      return move({ id, startMonth, endMonth: month }, present?.version);
    return save(name, month, present);
  };
  return (
    <InlineField
      key={round}
      variant="number"
      name={name}
      label={t(`plan:fields.${name}`)}
      isLabelHidden={isLabelHidden}
      canEdit={task.mayRevise}
      value={task[name]}
      onSave={put}
    />
  );
}
