import { mayPlanProject, mayWrite, type Person, type Standing } from "../members/standing.ts";
import { needsManager, nextStatuses } from "./project-status-rules.ts";
import type { ProjectStatus } from "./project-words.ts";

/** May start a project at all: whoever holds a writing seat. */
export function mayCreateProject(person: Person): boolean {
  return person.seat !== null && person.seat.role !== "viewer";
}

/** May name another organisation as coordinator: a cluster does so for its members. */
export function mayCreateProjectFor(person: Person, coordinatorId: string): boolean {
  if (!mayCreateProject(person) || !person.seat) return false;
  return person.seat.organisationId === coordinatorId || person.seat.kind === "cluster";
}

/** May change what the project says about itself, and who may read it. */
export function mayReviseProject(standing: Standing): boolean {
  return mayPlanProject(standing) && standing.projectStatus !== "cancelled";
}

/** May give the project this status now. */
export function mayChangeStatus(standing: Standing, to: ProjectStatus): boolean {
  if (!mayPlanProject(standing) || !nextStatuses(standing.projectStatus).includes(to)) return false;
  return standing.seatRole === "manager" || !needsManager(standing.projectStatus, to);
}

/** The statuses this person may give the project now. */
export function statusesOpenTo(standing: Standing): ProjectStatus[] {
  return nextStatuses(standing.projectStatus).filter((status) => mayChangeStatus(standing, status));
}

/** May remove the project altogether; the service also asks that nothing but the short form is in it. */
export function mayRemoveProject(standing: Standing): boolean {
  return (
    mayPlanProject(standing) &&
    mayWrite(standing) &&
    standing.seatRole === "manager" &&
    standing.projectStatus === "idea"
  );
}
