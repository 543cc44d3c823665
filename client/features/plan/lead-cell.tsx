import { LeadField } from "#client/features/plan/lead-field.tsx";
import type { PlanRow } from "#client/features/plan/plan-search.ts";
import { useDeliverableSave, useTaskSave } from "#client/features/plan/use-plan-acts.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = { row: PlanRow; participants: ProjectPlan["participants"] };
type Of<Kind extends PlanRow["kind"]> = { row: Extract<PlanRow, { kind: Kind }> } & Omit<Props, "row">;

/** Who leads a row of the plan; milestones are nobody's alone. */
export function LeadCell({ row, participants }: Props) {
  if (row.kind === "milestone") return null;
  return row.kind === "task" ? (
    <TaskLead row={row} participants={participants} />
  ) : (
    <DeliverableLead row={row} participants={participants} />
  );
}

function TaskLead({ row: { task }, participants }: Of<"task">) {
  const save = useTaskSave(task);
  return (
    <LeadField
      isLabelHidden
      participants={participants}
      value={task.leadParticipantId}
      canEdit={task.mayRevise}
      onSave={(id, present) => save("leadParticipantId", id, present)}
    />
  );
}

function DeliverableLead({ row: { deliverable }, participants }: Of<"deliverable">) {
  const save = useDeliverableSave(deliverable, deliverable.mayRevise);
  return (
    <LeadField
      isLabelHidden
      participants={participants}
      value={deliverable.leadParticipantId}
      canEdit={deliverable.mayRevise}
      onSave={(id, present) => save("leadParticipantId", id, present)}
    />
  );
}
