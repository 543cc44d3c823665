import { fold } from "#shared/text.ts";
import type { PlanDeliverable, PlanMilestone, PlanTask, ProjectPlan } from "#shared/features/plan/plan.ts";

export const planRoute = "/projects/$projectId/plan" as const;

/** What of the plan is shown, as the address says it. */
export type PlanSearch = {
  q?: string;
  by?: string;
  stream?: string;
  participant?: string;
  kind?: string;
  selected?: string;
};

export const planKinds = ["task", "deliverable", "milestone"] as const;
export type PlanKind = (typeof planKinds)[number];

/** A row of the table: a task, a deliverable or a milestone. */
export type PlanRow =
  | { kind: "task"; id: string; task: PlanTask }
  | { kind: "deliverable"; id: string; deliverable: PlanDeliverable }
  | { kind: "milestone"; id: string; milestone: PlanMilestone };

/** Rows that belong together: those of a stream, of a member, or of nobody (`key` is empty). */
export type PlanGroup = { key: string; rows: PlanRow[] };

/** Whether text or filters narrow the plan. */
export function isNarrowed({ q, stream, participant, kind }: PlanSearch): boolean {
  return [q, stream, participant, kind].some((value) => value !== undefined && value !== "");
}

/** The plan as groups of rows in the order of numbers, narrowed by the search; groups without rows only without a search. */
export function groupsOf(plan: ProjectPlan, search: PlanSearch): PlanGroup[] {
  const wanted = fold(search.q ?? "");
  const isWanted = (row: PlanRow) =>
    (!search.kind || row.kind === search.kind) &&
    (!search.stream || streamsOf(row).includes(search.stream)) &&
    (!search.participant || peopleOf(row).includes(search.participant)) &&
    fold(`${codeOf(row)} ${titleOf(row)}`).includes(wanted);
  const rows = rowsOf(plan).filter(isWanted);
  const isByMember = search.by === "organisation";
  const keys = [...(isByMember ? plan.participants : plan.streams).map(({ id }) => id), ""];
  const streamOf = (row: PlanRow) => plan.streams.find(({ id }) => streamsOf(row).includes(id))?.id;
  const keyOf = (row: PlanRow) => (isByMember ? leadOf(row) : streamOf(row)) ?? "";
  const known = new Set(keys);
  const byKey = Map.groupBy(rows, (row) => (known.has(keyOf(row)) ? keyOf(row) : ""));
  const groups = keys.map((key) => ({ key, rows: byKey.get(key) ?? [] }));
  return groups.filter(({ key, rows: own }) => own.length > 0 || (key !== "" && !isByMember && !isNarrowed(search)));
}

function rowsOf(plan: ProjectPlan): PlanRow[] {
  return [
    ...plan.tasks.map((task) => ({ kind: "task" as const, id: task.id, task })),
    ...plan.deliverables.map((deliverable) => ({ kind: "deliverable" as const, id: deliverable.id, deliverable })),
    ...plan.milestones.map((milestone) => ({ kind: "milestone" as const, id: milestone.id, milestone })),
  ];
}

/** How people name it: 2.3, D2.1 or M4. */
export function codeOf(row: PlanRow): string {
  if (row.kind === "milestone") return `M${row.milestone.number}`;
  return row.kind === "task" ? row.task.code : row.deliverable.code;
}

/** What it is called. */
export function titleOf(row: PlanRow): string {
  if (row.kind === "milestone") return row.milestone.title;
  return row.kind === "task" ? row.task.title : row.deliverable.title;
}

function streamsOf(row: PlanRow): string[] {
  if (row.kind === "milestone") return row.milestone.streamIds;
  return [row.kind === "task" ? row.task.streamId : row.deliverable.streamId];
}

function leadOf(row: PlanRow): string | null {
  if (row.kind === "milestone") return null;
  return row.kind === "task" ? row.task.leadParticipantId : row.deliverable.leadParticipantId;
}

function peopleOf(row: PlanRow): string[] {
  const lead = leadOf(row);
  return [...(lead === null ? [] : [lead]), ...(row.kind === "task" ? row.task.participantIds : [])];
}
