import { useTranslation } from "react-i18next";
import type { PresentRow } from "#client/lib/use-inline-edit.ts";
import { InlineField } from "#client/ui/inline-field.tsx";
import type { PlanDeliverable, ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = {
  tasks: ProjectPlan["tasks"];
  deliverable: PlanDeliverable;
  canEdit: boolean;
  onSave: (id: string | null, present?: PresentRow) => Promise<unknown>;
};

/** The task that a deliverable comes from, chosen among those of its own stream. */
export function DeliverableTaskField({ tasks, deliverable, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const own = tasks.filter(({ streamId }) => streamId === deliverable.streamId);
  return (
    <InlineField
      variant="select"
      name="taskId"
      label={t("plan:fields.task")}
      canEdit={canEdit}
      options={[
        { value: "", label: t("common:notSet") },
        ...own.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` })),
      ]}
      value={deliverable.taskId}
      onSave={(id, present) => onSave(id || null, present)}
    />
  );
}
