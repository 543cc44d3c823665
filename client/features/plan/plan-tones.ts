import type { Tone } from "#client/ui/state-badge.tsx";
import type { DeliverableState } from "#shared/features/deliverables/deliverable-words.ts";
import type { TaskState } from "#shared/features/tasks/task-words.ts";

/** What a task's state means to the reader. */
export const taskTones: Record<TaskState, Tone> = { planned: "idle", active: "active", done: "good", dropped: "bad" };

/** What a deliverable's state means to the reader. */
export const deliverableTones: Record<DeliverableState, Tone> = {
  pending: "idle",
  draft: "draft",
  submitted: "waiting",
  accepted: "good",
  returned: "returned",
  cancelled: "bad",
};
