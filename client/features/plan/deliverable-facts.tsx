import { useTranslation } from "react-i18next";
import { DeliverableTaskField } from "#client/features/plan/deliverable-task-field.tsx";
import { DueField } from "#client/features/plan/due-field.tsx";
import { LeadField } from "#client/features/plan/lead-field.tsx";
import { useDeliverableSave } from "#client/features/plan/use-plan-acts.ts";
import classes from "#client/features/plan/plan.module.css";
import { DateText } from "#client/ui/date-text.tsx";
import { InlineField } from "#client/ui/inline-field.tsx";
import { deliverableTypes, disseminationLevels } from "#shared/features/deliverables/deliverable-words.ts";
import type { PlanDeliverable, ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = { plan: ProjectPlan; row: PlanDeliverable; dueOn: string | null };

/** What a deliverable is, who leads it and until when; for planners to change. */
export function DeliverableFacts({ plan, row, dueOn }: Props) {
  const { t } = useTranslation();
  const save = useDeliverableSave(row, true);
  const canEdit = row.mayRevise;
  return (
    <>
      <InlineField
        name="title"
        label={t("plan:fields.title")}
        canEdit={canEdit}
        value={row.title}
        maxLength={300}
        onSave={(title, present) => save("title", title ?? "", present)}
      />
      <div className={classes["facts"]}>
        <LeadField
          participants={plan.participants}
          value={row.leadParticipantId}
          canEdit={canEdit}
          onSave={(id, present) => save("leadParticipantId", id, present)}
        />
        <div>
          <DueField deliverable={row} canEdit={canEdit} />
          {dueOn === null ? null : <DateText day={dueOn} />}
        </div>
        <InlineField
          variant="select"
          name="type"
          label={t("plan:fields.type")}
          canEdit={canEdit}
          options={deliverableTypes.map((value) => ({ value, label: t(`plan:type.${value}`) }))}
          value={row.type}
          onSave={(type, present) => save("type", deliverableTypes.find((each) => each === type) ?? row.type, present)}
        />
        <InlineField
          variant="select"
          name="dissemination"
          label={t("plan:fields.dissemination")}
          canEdit={canEdit}
          options={disseminationLevels.map((value) => ({ value, label: t(`plan:level.${value}`) }))}
          value={row.dissemination}
          onSave={(level, present) =>
            save("dissemination", disseminationLevels.find((each) => each === level) ?? row.dissemination, present)
          }
        />
        <DeliverableTaskField
          tasks={plan.tasks}
          deliverable={row}
          canEdit={canEdit}
          onSave={(id, present) => save("taskId", id, present)}
        />
      </div>
    </>
  );
}
