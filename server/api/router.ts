import { accountRouter } from "#server/features/accounts/account-router.ts";
import { accessRouter } from "#server/features/access/access-router.ts";
import { meRouter } from "#server/features/accounts/me-router.ts";
import { personRouter } from "#server/features/accounts/person-router.ts";
import { setupRouter } from "#server/features/accounts/setup-router.ts";
import { attachmentRouter } from "#server/features/reporting/attachment-router.ts";
import { baselineRouter } from "#server/features/baselines/baseline-router.ts";
import { auditRouter } from "#server/features/audit/audit-router.ts";
import { budgetRouter } from "#server/features/budget/budget-router.ts";
import { binRouter } from "#server/features/changes/bin-router.ts";
import { calendarRouter } from "#server/features/calendar/calendar-router.ts";
import { changeRouter } from "#server/features/changes/change-router.ts";
import { amendmentRouter } from "#server/features/contributions/amendment-router.ts";
import { commentRouter } from "#server/features/comments/comment-router.ts";
import { contributionRouter } from "#server/features/contributions/contribution-router.ts";
import { deliverableRouter } from "#server/features/deliverables/deliverable-router.ts";
import { decisionRouter } from "#server/features/decisions/decision-router.ts";
import { gapRouter } from "#server/features/gaps/gap-router.ts";
import { homeRouter } from "#server/features/home/home-router.ts";
import { exportRouter } from "#server/features/exports/export-router.ts";
import { importRouter } from "#server/features/imports/import-router.ts";
import { invitationRouter } from "#server/features/invitations/invitation-router.ts";
import { milestoneRouter } from "#server/features/milestones/milestone-router.ts";
import { notificationRouter } from "#server/features/notifications/notification-router.ts";
import { matrixRouter } from "#server/features/matrix/matrix-router.ts";
import { membershipRouter } from "#server/features/organisations/membership-router.ts";
import { organisationRouter } from "#server/features/organisations/organisation-router.ts";
import { partRouter } from "#server/features/part/part-router.ts";
import { participantRouter } from "#server/features/participants/participant-router.ts";
import { presenceRouter } from "#server/features/presence/presence-router.ts";
import { planRouter } from "#server/features/plan/plan-router.ts";
import { projectRouter } from "#server/features/projects/project-router.ts";
import { periodRouter } from "#server/features/reporting/period-router.ts";
import { forecastRouter } from "#server/features/reporting/forecast-router.ts";
import { updateRouter } from "#server/features/reporting/update-router.ts";
import { riskRouter } from "#server/features/risks/risk-router.ts";
import { sampleRouter } from "#server/features/samples/sample-router.ts";
import { streamRouter } from "#server/features/streams/stream-router.ts";
import { systemRouter } from "#server/features/system/system-router.ts";
import { taskRouter } from "#server/features/tasks/task-router.ts";

import { router } from "./trpc.ts";

/** Everything the client can call, one name for each feature. */
export const appRouter = router({
  access: accessRouter,
  account: accountRouter,
  attachment: attachmentRouter,
  amendment: amendmentRouter,
  audit: auditRouter,
  baseline: baselineRouter,
  bin: binRouter,
  budget: budgetRouter,
  calendar: calendarRouter,
  change: changeRouter,
  comment: commentRouter,
  contribution: contributionRouter,
  decision: decisionRouter,
  deliverable: deliverableRouter,
  export: exportRouter,
  forecast: forecastRouter,
  gap: gapRouter,
  import: importRouter,
  invitation: invitationRouter,
  me: meRouter,
  home: homeRouter,
  matrix: matrixRouter,
  membership: membershipRouter,
  milestone: milestoneRouter,
  notification: notificationRouter,
  organisation: organisationRouter,
  part: partRouter,
  participant: participantRouter,
  period: periodRouter,
  person: personRouter,
  plan: planRouter,
  presence: presenceRouter,
  project: projectRouter,
  risk: riskRouter,
  sample: sampleRouter,
  setup: setupRouter,
  stream: streamRouter,
  system: systemRouter,
  task: taskRouter,
  update: updateRouter,
});

export type AppRouter = typeof appRouter;
