import type { Tone } from "#client/ui/state-badge.tsx";
import type { ProjectStatus } from "#shared/features/projects/project-words.ts";

/** What a project's status means to the reader. */
export const statusTones: Record<ProjectStatus, Tone> = {
  idea: "draft",
  planning: "idle",
  submitted: "waiting",
  running: "active",
  completed: "good",
  cancelled: "bad",
};
