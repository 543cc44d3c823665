import { isClosed } from "../members/plan-policy.ts";
import type { ProjectStatus } from "./project-words.ts";

/** Which status may follow which; cancelling is possible until completion, and both ends can be reopened. */
const followers: Record<ProjectStatus, readonly ProjectStatus[]> = {
  idea: ["planning", "cancelled"],
  planning: ["submitted", "running", "idea", "cancelled"],
  submitted: ["running", "planning", "cancelled"],
  running: ["completed", "cancelled"],
  completed: ["running"],
  cancelled: ["planning"],
};

/** The statuses a project may be given next, the usual step first. */
export function nextStatuses(status: ProjectStatus): readonly ProjectStatus[] {
  return followers[status];
}

/** Ending or reopening a project is a decision, not an edit: it asks for a manager. */
export function needsManager(from: ProjectStatus, to: ProjectStatus): boolean {
  return isClosed(from) || to === "cancelled";
}

/** The facts a status needs before it can be taken: dates for a project that is submitted or runs. */
export function missingForStatus(
  to: ProjectStatus,
  facts: { startOn: string | null; durationMonths: number | null },
): ("startOn" | "durationMonths")[] {
  if (to !== "submitted" && to !== "running" && to !== "completed") return [];
  return (["startOn", "durationMonths"] as const).filter((field) => facts[field] === null);
}
