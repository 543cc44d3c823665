import type { ProjectStatus } from "../projects/project-words.ts";
import { mayPlanProject, type Standing } from "./standing.ts";

/** Whether the plan stands still: nothing of it changes before somebody reopens the project. */
export function isClosed(status: ProjectStatus): boolean {
  return status === "completed" || status === "cancelled";
}

/** May change the plan: dates, periods, members, streams, milestones. A closed project keeps its plan. */
export function mayChangePlan(standing: Standing): boolean {
  return mayPlanProject(standing) && !isClosed(standing.projectStatus);
}
