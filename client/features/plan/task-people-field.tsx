import { Checkbox, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "#client/features/plan/plan.module.css";
import { NoValue } from "#client/ui/no-value.tsx";
import type { PlanTask, ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = { plan: ProjectPlan; task: PlanTask; onSave: (ids: string[]) => Promise<unknown> };

/** Who works on a task besides its lead. */
export function TaskPeopleField({ plan, task, onSave }: Props) {
  const { t } = useTranslation();
  const label = t("plan:fields.participants");
  if (!task.mayRevise) {
    const names = plan.participants.filter(({ id }) => task.participantIds.includes(id)).map(({ name }) => name);
    return (
      <div>
        <div className={classes["label"]}>{label}</div>
        {names.length === 0 ? <NoValue /> : names.join(", ")}
      </div>
    );
  }
  return (
    <Checkbox.Group label={label} value={task.participantIds} onChange={(ids) => void onSave(ids)}>
      <Group mt="xs" gap="xs">
        {plan.participants
          .filter(({ id }) => id !== task.leadParticipantId)
          .map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} />
          ))}
      </Group>
    </Checkbox.Group>
  );
}
