import { maySeeContribution } from "../contributions/contribution-policy.ts";
import type { Confidentiality } from "../contributions/contribution-words.ts";
import { coordinates, isInConsortium, mayWrite, type Standing } from "../members/standing.ts";
import { maySeeUpdate } from "../reporting/update-policy.ts";
import type { UpdateState } from "../reporting/update-words.ts";

/** What decides who reads a thread: the line it is about and the state of the report, where there are such. */
export type TalkedAbout = {
  line: { participantId: string; confidentiality: Confidentiality } | null;
  reportState: UpdateState | null;
};

/**
 * Reads the talk about a record: inside the consortium, whoever sees the record now. A report that is not handed in is
 * talked about by its member and the coordinator alone; invited members and readers outside read no thread.
 */
export function mayReadThread(standing: Standing, { line, reportState }: TalkedAbout): boolean {
  if (!isInConsortium(standing) || standing.relation === "invited") return false;
  if (line === null) return true;
  if (!maySeeContribution(standing, line)) return false;
  if (reportState === null || standing.relation === "coordinator") return true;
  return maySeeUpdate(standing, { participantId: line.participantId, state: reportState });
}

/** Takes part in the talk: whoever reads it, with a writing seat. */
export function mayComment(standing: Standing, about: TalkedAbout): boolean {
  return mayReadThread(standing, about) && mayWrite(standing);
}

/** Talk that its member and the coordinator alone can read now. */
export function isBetweenTwo({ line, reportState }: TalkedAbout): boolean {
  return (
    line !== null && (line.confidentiality === "coordinator" || reportState === "draft" || reportState === "returned")
  );
}

type Said = { byUserId: string; removedById: string | null; isRemoved: boolean };

/** May change what was said: nobody but whoever said it. */
export function mayEditComment(standing: Standing, about: TalkedAbout, said: Said, userId: string): boolean {
  return mayComment(standing, about) && !said.isRemoved && said.byUserId === userId;
}

/** May take a comment away: whoever said it, and the coordinator. */
export function mayRemoveComment(standing: Standing, about: TalkedAbout, said: Said, userId: string): boolean {
  return mayComment(standing, about) && !said.isRemoved && (said.byUserId === userId || coordinates(standing));
}

/** May bring a removed comment back: whoever removed it. */
export function mayRestoreComment(standing: Standing, about: TalkedAbout, said: Said, userId: string): boolean {
  return mayComment(standing, about) && said.isRemoved && said.removedById === userId;
}
