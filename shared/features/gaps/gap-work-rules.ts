import { dueDayOf, isOverdue } from "../deliverables/deliverable-rules.ts";
import { clashesOf } from "../plan/clash-rules.ts";
import { daysSince, when } from "./gap-plan-rules.ts";
import type { Finding, GapWorld } from "./gap-world.ts";

/** Tasks nobody leads, without months, outside their stream or before what they wait for; of dropped streams none is asked. */
export function taskGaps(world: GapWorld): Finding[] {
  const { work } = world;
  const dropped = droppedStreams(world);
  const clashes = clashesOf({ ...work, streams: world.streams, durationMonths: null });
  return work.tasks
    .filter(({ state, streamId }) => state !== "dropped" && !dropped.has(streamId))
    .flatMap((task) => {
      const place = ["task", task.id, `${task.code} ${task.title}`] as const;
      const own = clashes.filter(({ taskId }) => taskId === task.id);
      const hasMonths = task.startMonth !== null && task.endMonth !== null;
      return [
        ...when(task.leadParticipantId === null, "task-no-lead", place, null),
        ...when(!hasMonths, "task-no-months", place, null),
        ...when(
          own.some(({ kind }) => kind === "outside-stream"),
          "task-outside-stream",
          place,
          null,
        ),
        ...when(
          own.some(({ kind }) => kind === "link"),
          "task-before-predecessor",
          place,
          null,
        ),
      ];
    });
}

/** Deliverables nobody leads, and those whose month is over without being handed in. */
export function deliverableGaps(world: GapWorld): Finding[] {
  const { work, project, today } = world;
  const dropped = droppedStreams(world);
  return work.deliverables
    .filter(({ state, streamId }) => state !== "cancelled" && !dropped.has(streamId))
    .flatMap((row) => {
      const place = ["deliverable", row.id, `${row.code} ${row.title}`] as const;
      const dueOn = dueDayOf(row, project.startOn);
      const days = dueOn === null ? 0 : daysSince(dueOn, today);
      return [
        ...when(row.leadParticipantId === null, "deliverable-no-lead", place, null),
        ...when(isOverdue(row, project.startOn, today), "deliverable-overdue", place, row.leadParticipantId, { days }),
      ];
    });
}

function droppedStreams({ streams }: GapWorld): Set<string> {
  return new Set(streams.filter(({ state }) => state === "dropped").map(({ id }) => id));
}
