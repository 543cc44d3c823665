import type { TFunction } from "i18next";
import { LeadCell } from "#client/features/plan/lead-cell.tsx";
import { MonthCell } from "#client/features/plan/month-cell.tsx";
import { codeOf, type PlanRow } from "#client/features/plan/plan-search.ts";
import { ProgressCell } from "#client/features/plan/progress-cell.tsx";
import { StateCell } from "#client/features/plan/state-cell.tsx";
import { TitleCell } from "#client/features/plan/title-cell.tsx";
import { WaitsCell } from "#client/features/plan/waits-cell.tsx";
import type { Column } from "#client/ui/data-table.tsx";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Context = {
  t: TFunction;
  plan: ProjectPlan;
  /** What about a row contradicts the rest of the plan, by its id. */
  clashes: ReadonlyMap<string, readonly string[]>;
  overdue: ReadonlySet<string>;
  onLinks: (taskId: string) => void;
};

/** Columns of the work plan; whoever may edits where it stands. */
export function planColumns({ t, plan, clashes, overdue, onLinks }: Context): Column<PlanRow>[] {
  return [
    { id: "code", header: t("plan:fields.code"), width: "4.5rem", cell: codeOf },
    {
      id: "title",
      header: t("plan:fields.title"),
      width: "17rem",
      isName: true,
      cell: (row) => <TitleCell row={row} projectId={plan.projectId} />,
    },
    {
      id: "lead",
      header: t("plan:fields.leadParticipantId"),
      width: "9rem",
      cell: (row) => <LeadCell row={row} participants={plan.participants} />,
    },
    {
      id: "start",
      header: t("plan:fields.startMonth"),
      width: "5.5rem",
      cell: (row) => <MonthCell row={row} name="startMonth" />,
    },
    {
      id: "end",
      header: t("plan:fields.endMonth"),
      width: "5.5rem",
      cell: (row) => <MonthCell row={row} name="endMonth" />,
    },
    { id: "progress", header: t("plan:fields.progressBp"), width: "7rem", cell: (row) => <ProgressCell row={row} /> },
    {
      id: "waits",
      header: t("plan:fields.waits"),
      width: "8rem",
      cell: (row) => (row.kind === "task" ? <WaitsCell plan={plan} task={row.task} onOpen={onLinks} /> : null),
    },
    {
      id: "state",
      header: t("plan:fields.state"),
      cell: (row) => <StateCell row={row} clashes={clashes.get(row.id) ?? []} isOverdue={overdue.has(row.id)} />,
    },
  ];
}
