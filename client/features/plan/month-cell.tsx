import { DueField } from "#client/features/plan/due-field.tsx";
import { MonthField } from "#client/features/plan/month-field.tsx";
import type { PlanRow } from "#client/features/plan/plan-search.ts";

type Props = { row: PlanRow; name: "startMonth" | "endMonth" };

/** A month of a row: both of a task, the due one of everything else in the column of last months. */
export function MonthCell({ row, name }: Props) {
  if (row.kind === "task") return <MonthField task={row.task} name={name} isLabelHidden />;
  if (name === "startMonth") return null;
  return row.kind === "milestone" ? (
    row.milestone.dueMonth
  ) : (
    <DueField deliverable={row.deliverable} canEdit={row.deliverable.mayRevise} isLabelHidden />
  );
}
