import type { PlanLink, PlanTask, TaskPlace } from "./plan.ts";

type Link = Pick<PlanLink, "predecessorId" | "successorId">;
type LaggedLink = Link & Pick<PlanLink, "lagMonths">;
type Dated = Pick<PlanTask, "id" | "startMonth" | "endMonth" | "pinned" | "state">;
type Schedule = { readonly tasks: readonly Dated[]; readonly links: readonly LaggedLink[] };

/** A task that takes part in scheduling: it has both months and was not dropped. */
type Placed = TaskPlace & { stays: boolean };

/** Who waits for each task, smallest id first: answers do not hang on the order of rows. */
function followersOf(links: readonly Link[]): Map<string, string[]> {
  const groups = Map.groupBy(links, (link) => link.predecessorId);
  return new Map([...groups].map(([id, group]) => [id, group.map((link) => link.successorId).toSorted()]));
}

/**
 * A circle of links, as ids in the order in which they wait for each other (the smallest id first), or null.
 * Which circle is told, when there are several, hangs on the ids alone.
 */
export function cycleOf(links: readonly Link[]): string[] | null {
  const followers = followersOf(links);
  const done = new Set<string>();
  for (const root of [...followers.keys()].toSorted()) {
    const found = circleFrom(root, followers, done);
    if (found) return smallestFirst(found);
  }
  return null;
}

// Walks without recursion: a chain may be as long as the plan.
function circleFrom(root: string, followers: ReadonlyMap<string, string[]>, done: Set<string>): string[] | null {
  const path: string[] = [];
  const onPath = new Set<string>();
  const todo: { id: string; isLeaving: boolean }[] = [{ id: root, isLeaving: false }];
  for (let step = todo.pop(); step; step = todo.pop()) {
    if (step.isLeaving) {
      path.pop();
      onPath.delete(step.id);
      done.add(step.id);
      continue;
    }
    if (onPath.has(step.id)) return path.slice(path.indexOf(step.id));
    if (done.has(step.id)) continue;
    path.push(step.id);
    onPath.add(step.id);
    todo.push({ id: step.id, isLeaving: true });
    for (const id of (followers.get(step.id) ?? []).toReversed()) todo.push({ id, isLeaving: false });
  }
  return null;
}

function smallestFirst(circle: readonly string[]): string[] {
  const start = circle.indexOf([...circle].toSorted()[0] ?? "");
  return [...circle.slice(start), ...circle.slice(0, start)];
}

/** The first month in which a task may start that waits for one ending in `endMonth`; never before the project. */
export function earliestStart(endMonth: number, lagMonths: number): number {
  return Math.max(1, endMonth + lagMonths + 1);
}

/**
 * What moves when `moved` tasks are put to new months: they stay where they are put (not before month 1), and whatever
 * waits for one that moves is pushed just far enough, its duration kept; nothing is ever pulled to the front. Pinned
 * and finished tasks stay, and so may break a link (`clashesOf` tells). Tasks without months, or dropped, neither push
 * nor move. `moves` holds every task whose months change, by id; with a circle of links nothing moves and `cycle` names it.
 */
export function followShift(
  plan: Schedule,
  moved: readonly TaskPlace[],
): { moves: TaskPlace[]; cycle: string[] | null } {
  const cycle = cycleOf(plan.links);
  if (cycle) return { moves: [], cycle };
  const before = new Map(plan.tasks.map((task) => [task.id, task]));
  const present = placedTasks(plan.tasks);
  const places = new Map<string, TaskPlace>();
  for (const place of moved) if (before.has(place.id)) places.set(place.id, notBeforeStart(place));
  const fixed = new Set(places.keys());
  const waiting = Map.groupBy(plan.links, (link) => link.predecessorId);
  for (const id of inOrder(plan.links, fixed)) {
    const pushing = places.get(id);
    if (!pushing || before.get(id)?.state === "dropped") continue;
    for (const { successorId, lagMonths } of waiting.get(id) ?? []) {
      const follower = present.get(successorId);
      if (!follower || follower.stays || fixed.has(successorId)) continue;
      const standing = places.get(successorId) ?? follower;
      const by = earliestStart(pushing.endMonth, lagMonths) - standing.startMonth;
      if (by > 0) places.set(successorId, shifted(standing, by));
    }
  }
  const moves = [...places.values()].filter(
    ({ id, startMonth, endMonth }) =>
      before.get(id)?.startMonth !== startMonth || before.get(id)?.endMonth !== endMonth,
  );
  return { moves: moves.toSorted((left, right) => (left.id < right.id ? -1 : 1)), cycle: null };
}

function placedTasks(tasks: readonly Dated[]): Map<string, Placed> {
  return new Map(
    tasks.flatMap(({ id, startMonth, endMonth, pinned, state }) =>
      startMonth === null || endMonth === null || state === "dropped"
        ? []
        : [[id, { id, startMonth, endMonth, stays: pinned || state === "done" }]],
    ),
  );
}

const shifted = ({ id, startMonth, endMonth }: TaskPlace, by: number): TaskPlace => ({
  id,
  startMonth: startMonth + by,
  endMonth: endMonth + by,
});

const notBeforeStart = (place: TaskPlace): TaskPlace => shifted(place, Math.max(0, 1 - place.startMonth));

/** Everything that waits for these tasks, directly or not, and they themselves: each after all that it waits for. */
function inOrder(links: readonly Link[], from: ReadonlySet<string>): string[] {
  const followers = followersOf(links);
  const reached = new Set<string>();
  for (const todo = [...from]; todo.length > 0;) {
    const id = todo.pop() ?? "";
    if (reached.has(id)) continue;
    reached.add(id);
    todo.push(...(followers.get(id) ?? []));
  }
  const open = new Map([...reached].map((id) => [id, 0]));
  for (const id of reached) for (const next of followers.get(id) ?? []) open.set(next, (open.get(next) ?? 0) + 1);
  const order = [...reached].filter((id) => open.get(id) === 0);
  for (const id of order)
    for (const next of followers.get(id) ?? []) {
      const left = (open.get(next) ?? 0) - 1;
      open.set(next, left);
      if (left === 0) order.push(next);
    }
  return order;
}
