import { isClosed, mayChangePlan } from "../members/plan-policy.ts";
import { isItself, isMember, mayWrite, type Standing } from "../members/standing.ts";

/** May add, place, link, reorder or remove tasks and change every field of them: who plans the project. */
export function mayPlanTasks(standing: Standing): boolean {
  return mayChangePlan(standing);
}

/** May say how a task goes (progress, state, description): planners, and the member that leads it; months are for planners. */
export function mayReportOnTask(standing: Standing, task: { leadParticipantId: string | null }): boolean {
  if (mayPlanTasks(standing)) return true;
  if (isClosed(standing.projectStatus) || !isMember(standing) || !mayWrite(standing)) return false;
  return task.leadParticipantId !== null && isItself(standing, task.leadParticipantId);
}
