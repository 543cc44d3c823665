import type { PlanDeliverable, PlanMilestone, PlanTask, ProjectPlan } from "./plan.ts";

export const ganttGroupings = ["stream", "organisation"] as const;
export type GanttGrouping = (typeof ganttGroupings)[number];

/** Height of every row in pixels. */
export const ROW_HEIGHT = 36;

/** One line of the tree. `key` is unique in the picture; `id` is that of the record, empty for a group of what belongs nowhere. */
export type GanttRow = {
  key: string;
  kind: "group" | "task" | "deliverable" | "milestone";
  id: string;
  level: 0 | 1 | 2;
  parentKey: string | null;
  code: string;
  title: string;
  streamId: string | null;
  participantId: string | null;
  startMonth: number | null;
  endMonth: number | null;
  /** Null where there is none to tell. */
  progressBp: number | null;
  hasChildren: boolean;
  isCollapsed: boolean;
  isDone: boolean;
  isDropped: boolean;
  isOverdue: boolean;
  isPinned: boolean;
  /** A group whose own months leave out some of what is in it, or are taken from it. */
  isExceeded: boolean;
  isDerived: boolean;
  y: number;
};

type Node = { row: Omit<GanttRow, "y" | "hasChildren" | "isCollapsed">; children: Node[] };

/** The group of what belongs to no stream, or to no member. */
export const looseGroup = "group:";

const byNumber = (left: { number: number; id: string }, right: { number: number; id: string }) =>
  left.number - right.number || (left.id < right.id ? -1 : 1);

const plain = { participantId: null, isPinned: false, isDropped: false, isExceeded: false, isDerived: false };

/**
 * The tree of a plan as lines from top to bottom, and for each record the key of the line that stands for it: its own,
 * or that of the nearest one above that is not inside of something collapsed. `monthNow` decides what is overdue.
 */
export function rowsOf(
  plan: ProjectPlan,
  options: { groupBy: GanttGrouping; collapsed: ReadonlySet<string>; monthNow: number | null },
): { rows: GanttRow[]; shownAs: Map<string, string> } {
  const rows: GanttRow[] = [];
  const shownAs = new Map<string, string>();
  const visit = ({ row, children }: Node, shownIn: string | null) => {
    const isCollapsed = options.collapsed.has(row.key);
    shownAs.set(row.key, shownIn ?? row.key);
    if (shownIn === null)
      rows.push({ ...row, hasChildren: children.length > 0, isCollapsed, y: rows.length * ROW_HEIGHT });
    for (const child of children) visit(child, shownIn ?? (isCollapsed ? row.key : null));
  };
  for (const group of groupsOf(plan, options)) visit(group, null);
  return { rows, shownAs };
}

function groupsOf(plan: ProjectPlan, options: { groupBy: GanttGrouping; monthNow: number | null }): Node[] {
  const { groupBy, monthNow } = options;
  const groups = groupBy === "stream" ? streamGroups(plan) : memberGroups(plan);
  const loose: Node = { row: { ...emptyGroup(looseGroup), code: "", title: "" }, children: [] };
  const known = new Map(groups.map((group) => [group.row.key, group]));
  const inside = (id: string | null) => known.get(`group:${id ?? ""}`) ?? loose;
  const streamNumbers = new Map(plan.streams.map((stream) => [stream.id, stream.number]));
  const inOrder = (left: { streamId: string; number: number; id: string }, right: typeof left) =>
    (streamNumbers.get(left.streamId) ?? 0) - (streamNumbers.get(right.streamId) ?? 0) || byNumber(left, right);
  const homeOf = (row: PlanTask | PlanDeliverable) =>
    inside(groupBy === "stream" ? row.streamId : row.leadParticipantId);
  const taskNodes = new Map<string, { node: Node; home: Node }>();
  for (const task of plan.tasks.toSorted(inOrder)) {
    const home = homeOf(task);
    const node: Node = { row: taskRow(task, home.row.key, monthNow), children: [] };
    home.children.push(node);
    taskNodes.set(task.id, { node, home });
  }
  for (const deliverable of plan.deliverables.toSorted(inOrder)) {
    const home = homeOf(deliverable);
    const task = deliverable.taskId === null ? undefined : taskNodes.get(deliverable.taskId);
    const parent = task?.home === home ? task.node : home;
    parent.children.push({ row: deliverableRow(deliverable, parent.row, monthNow), children: [] });
  }
  for (const milestone of plan.milestones.toSorted(byNumber)) {
    const first = milestone.streamIds
      .filter((id) => streamNumbers.has(id))
      .toSorted(
        (left, right) => (streamNumbers.get(left) ?? 0) - (streamNumbers.get(right) ?? 0) || (left < right ? -1 : 1),
      )[0];
    const home = groupBy === "stream" ? inside(first ?? null) : loose;
    home.children.push({ row: milestoneRow(milestone, first ?? null, home.row.key, monthNow), children: [] });
  }
  const all = loose.children.length > 0 ? [...groups, loose] : groups;
  return all.map(withSums);
}

const emptyGroup = (key: string) => ({
  ...plain,
  key,
  kind: "group" as const,
  id: key.slice("group:".length),
  level: 0 as const,
  parentKey: null,
  streamId: null as string | null,
  startMonth: null as number | null,
  endMonth: null as number | null,
  progressBp: null,
  isDone: false,
  isOverdue: false,
});

function streamGroups(plan: ProjectPlan): Node[] {
  return plan.streams.toSorted(byNumber).map(({ id, code, title, leadParticipantId, startMonth, endMonth, state }) => ({
    row: {
      ...emptyGroup(`group:${id}`),
      code,
      title,
      streamId: id,
      participantId: leadParticipantId,
      startMonth,
      endMonth,
      isDone: state === "done",
      isDropped: state === "dropped",
    },
    children: [],
  }));
}

/** Only members that lead something have a group. */
function memberGroups(plan: ProjectPlan): Node[] {
  const leading = new Set([...plan.tasks, ...plan.deliverables].map((row) => row.leadParticipantId));
  return plan.participants
    .filter(({ id }) => leading.has(id))
    .toSorted(byNumber)
    .map(({ id, number, name }) => ({
      row: { ...emptyGroup(`group:${id}`), code: String(number), title: name, participantId: id },
      children: [],
    }));
}

const isPast = (month: number | null, now: number | null) => month !== null && now !== null && month < now;

function taskRow(task: PlanTask, parentKey: string, now: number | null): Node["row"] {
  const isOver = task.state === "done" || task.state === "dropped";
  return {
    ...plain,
    key: `task:${task.id}`,
    kind: "task",
    id: task.id,
    level: 1,
    parentKey,
    code: task.code,
    title: task.title,
    streamId: task.streamId,
    participantId: task.leadParticipantId,
    startMonth: task.startMonth,
    endMonth: task.endMonth,
    progressBp: task.progressBp,
    isPinned: task.pinned,
    isDone: task.state === "done",
    isDropped: task.state === "dropped",
    isOverdue: !isOver && isPast(task.endMonth, now),
  };
}

function deliverableRow(row: PlanDeliverable, parent: Node["row"], now: number | null): Node["row"] {
  const isDone = row.submittedOn !== null || row.state === "submitted" || row.state === "accepted";
  return {
    ...plain,
    key: `deliverable:${row.id}`,
    kind: "deliverable",
    id: row.id,
    level: parent.kind === "task" ? 2 : 1,
    parentKey: parent.key,
    code: row.code,
    title: row.title,
    streamId: row.streamId,
    participantId: row.leadParticipantId,
    startMonth: null,
    endMonth: row.dueMonth,
    progressBp: null,
    isDone,
    isOverdue: !isDone && isPast(row.dueMonth, now),
  };
}

function milestoneRow(row: PlanMilestone, streamId: string | null, parentKey: string, now: number | null): Node["row"] {
  return {
    ...plain,
    key: `milestone:${row.id}`,
    kind: "milestone",
    id: row.id,
    level: 1,
    parentKey,
    code: `M${row.number}`,
    title: row.title,
    streamId,
    startMonth: null,
    endMonth: row.dueMonth,
    progressBp: null,
    isDone: row.reachedOn !== null,
    isOverdue: row.reachedOn === null && isPast(row.dueMonth, now),
  };
}

/** Months and progress of a group: its own months, else from the first to the last of what is in it. */
function withSums(group: Node): Node {
  const inner = group.children.flatMap((child) => [child.row, ...child.children.map(({ row }) => row)]);
  const kept = inner.filter(({ isDropped }) => !isDropped);
  const months = kept.flatMap(({ startMonth, endMonth }) => [startMonth, endMonth]).filter((month) => month !== null);
  const first = months.reduce((least, month) => Math.min(least, month), Infinity);
  const last = months.reduce((most, month) => Math.max(most, month), -Infinity);
  const { startMonth, endMonth } = group.row;
  const isDerived = startMonth === null || endMonth === null;
  const sums = kept.reduce(
    (sum, { kind, startMonth: from, endMonth: to, progressBp }) => {
      const weight = kind !== "task" ? 0 : from === null || to === null ? 1 : to - from + 1;
      return { done: sum.done + weight * (progressBp ?? 0), whole: sum.whole + weight };
    },
    { done: 0, whole: 0 },
  );
  return {
    ...group,
    row: {
      ...group.row,
      startMonth: startMonth ?? (months.length > 0 ? Math.min(first, endMonth ?? first) : null),
      endMonth: endMonth ?? (months.length > 0 ? Math.max(last, startMonth ?? last) : null),
      progressBp: sums.whole > 0 ? Math.floor(sums.done / sums.whole) : null,
      isDerived,
      isExceeded: (startMonth !== null && first < startMonth) || (endMonth !== null && last > endMonth),
    },
  };
}
