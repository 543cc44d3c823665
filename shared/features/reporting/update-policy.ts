import { ownsContribution } from "../contributions/contribution-policy.ts";
import { coordinates, mayWrite, type Standing } from "../members/standing.ts";
import type { UpdateState } from "./update-words.ts";

type Report = { participantId: string; state: UpdateState; periodLocked: boolean };

/** May write or change the report of an own line while it is a draft or was returned, in an open period. */
export function mayWriteUpdate(standing: Standing, report: Report): boolean {
  return (
    !report.periodLocked &&
    mayWrite(standing) &&
    standing.relation !== "invited" &&
    ownsContribution(standing, report) &&
    (report.state === "draft" || report.state === "returned")
  );
}

/** May accept or return a submitted report. */
export function mayReviewUpdate(standing: Standing, report: Report): boolean {
  return !report.periodLocked && report.state === "submitted" && coordinates(standing);
}

/** May see a report: whoever may see its line sees it once submitted; drafts are the member's own. */
export function maySeeUpdate(standing: Standing, report: Pick<Report, "participantId" | "state">): boolean {
  return ownsContribution(standing, report) || report.state !== "draft";
}
