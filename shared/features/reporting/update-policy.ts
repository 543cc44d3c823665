import { ownsContribution } from "../contributions/contribution-policy.ts";
import { coordinates, isItself, mayWrite, type Standing } from "../members/standing.ts";
import type { UpdateState } from "./update-words.ts";

type Report = { participantId: string; state: UpdateState; periodLocked: boolean };

/** Whether the project takes reports: until it is cancelled; the last ones come after it is completed. */
function takesReports(standing: Standing): boolean {
  return standing.projectStatus !== "cancelled";
}

/** May write reports of this member's lines at all; what is submitted or locked is decided by `mayWriteUpdate`. */
export function mayReport(standing: Standing, line: Pick<Report, "participantId">): boolean {
  const isMember = standing.relation === "coordinator" || standing.relation === "participant";
  return isMember && mayWrite(standing) && takesReports(standing) && ownsContribution(standing, line);
}

/** May review reports at all. */
export function mayReview(standing: Standing): boolean {
  return coordinates(standing) && takesReports(standing);
}

/** May write or change the report of an own line while it is a draft or was returned, in an open period. */
export function mayWriteUpdate(standing: Standing, report: Report): boolean {
  return (
    !report.periodLocked && mayReport(standing, report) && (report.state === "draft" || report.state === "returned")
  );
}

/** May accept or return a submitted report. */
export function mayReviewUpdate(standing: Standing, report: Report): boolean {
  return !report.periodLocked && report.state === "submitted" && mayReview(standing);
}

/** May read what the reviewer wrote when a report came back: its member and the coordinator. */
export function maySeeReviewNote(standing: Standing, report: Pick<Report, "participantId">): boolean {
  return standing.relation === "coordinator" || ownsContribution(standing, report);
}

/**
 * May see a report: whoever may see its line sees it once submitted; drafts and what was returned are the member's own
 * and, returned, the coordinator's and theirs who look through the member's eyes.
 */
export function maySeeUpdate(standing: Standing, report: Pick<Report, "participantId" | "state">): boolean {
  if (isItself(standing, report.participantId) || report.state === "submitted" || report.state === "accepted")
    return true;
  return report.state === "returned" && (standing.relation === "coordinator" || ownsContribution(standing, report));
}
