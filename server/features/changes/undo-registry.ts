import type { UndoRule } from "#server/changes/undo-rule.ts";
import { baselineUndo } from "#server/features/baselines/baseline-undo.ts";
import { budgetUndo } from "#server/features/budget/budget-undo.ts";
import { commentUndo } from "#server/features/comments/comment-undo.ts";
import { amendmentUndo } from "#server/features/contributions/amendment-undo.ts";
import { contributionUndo } from "#server/features/contributions/contribution-undo.ts";
import { deliverableUndo } from "#server/features/deliverables/deliverable-undo.ts";
import { invitationUndo } from "#server/features/invitations/invitation-undo.ts";
import { milestoneUndo } from "#server/features/milestones/milestone-undo.ts";
import { membershipUndo } from "#server/features/organisations/membership-undo.ts";
import { organisationUndo } from "#server/features/organisations/organisation-undo.ts";
import { resourceUndo } from "#server/features/organisations/resource-undo.ts";
import { participantUndo } from "#server/features/participants/participant-undo.ts";
import { projectUndo } from "#server/features/projects/project-undo.ts";
import { attachmentUndo } from "#server/features/reporting/attachment-undo.ts";
import { periodUndo } from "#server/features/reporting/period-undo.ts";
import { updateUndo } from "#server/features/reporting/update-undo.ts";
import { riskReportUndo, riskUndo } from "#server/features/risks/risk-undo.ts";
import { streamUndo } from "#server/features/streams/stream-undo.ts";
import { taskLinkUndo, taskUndo } from "#server/features/tasks/task-undo.ts";
import type { EntityName } from "#shared/features/changes/change-words.ts";

/**
 * How acts on each kind of record are taken back. A kind without a rule stays as it is: accounts, seats, mails, votes,
 * exports, links and settings of the installation are never undone. A feature adds its own by one line and one file.
 */
export const undoRules: Partial<Record<EntityName, UndoRule>> = {
  organisation: organisationUndo,
  membership: membershipUndo,
  resource: resourceUndo,
  project: projectUndo,
  participant: participantUndo,
  stream: streamUndo,
  milestone: milestoneUndo,
  task: taskUndo,
  "task-link": taskLinkUndo,
  deliverable: deliverableUndo,
  period: periodUndo,
  contribution: contributionUndo,
  amendment: amendmentUndo,
  update: updateUndo,
  attachment: attachmentUndo,
  invitation: invitationUndo,
  comment: commentUndo,
  baseline: baselineUndo,
  budget: budgetUndo,
  risk: riskUndo,
  "risk-report": riskReportUndo,
};

/** What others hang on comes first. */
export const undoOrder = Object.keys(undoRules) as readonly EntityName[];
