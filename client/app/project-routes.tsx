import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withTexts } from "#client/app/i18n.ts";
import { root } from "#client/app/root-route.tsx";
import { flagParam, listParams, searchOf, textParam, wordParam } from "#client/lib/search-params.ts";
import { gapGroupings, gapKinds, gapSeverities } from "#shared/features/gaps/gap-words.ts";
import { budgetDimensions } from "#shared/features/budget/budget-words.ts";
import { matrixAxes, matrixMeasures } from "#shared/features/matrix/matrix-words.ts";
import { participantRoles, participantStates } from "#shared/features/participants/participant-words.ts";
import { contentKinds } from "#shared/features/baselines/plan-content.ts";
import { riskStates } from "#shared/features/risks/risk-words.ts";
import { ruleBooks } from "#shared/features/projects/project-words.ts";
import { forecastUnits } from "#shared/features/reporting/forecast-words.ts";

/** What the list of projects and each project stand under. */
export const projectsBranch = createRoute({
  getParentRoute: () => root,
  path: "/projects",
  staticData: { titleKey: "frame:projects" },
});

const project = createRoute({
  getParentRoute: () => projectsBranch,
  path: "$projectId",
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/projects/project-frame.tsx")),
    "ProjectFrame",
  ),
});

const overview = createRoute({
  getParentRoute: () => project,
  path: "/",
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/projects/project-page.tsx")),
    "ProjectPage",
  ),
});

const streamsBranch = createRoute({
  getParentRoute: () => project,
  path: "streams",
  staticData: { titleKey: "frame:streams" },
});

const streams = createRoute({
  getParentRoute: () => streamsBranch,
  path: "/",
  validateSearch: searchOf(listParams),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/streams/stream-list-page.tsx")),
    "StreamListPage",
  ),
});

const stream = createRoute({
  getParentRoute: () => streamsBranch,
  path: "$streamId",
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/streams/stream-page.tsx")),
    "StreamPage",
  ),
});

const plan = createRoute({
  getParentRoute: () => project,
  path: "plan",
  staticData: { titleKey: "frame:plan" },
  validateSearch: searchOf({
    ...listParams,
    view: wordParam(["gantt"]),
    by: wordParam(["stream", "organisation"]),
    zoom: textParam,
    stream: textParam,
    participant: textParam,
    kind: wordParam(["task", "deliverable", "milestone"]),
    selected: textParam,
  }),
  component: lazyRouteComponent(() => withTexts(() => import("#client/features/plan/plan-page.tsx")), "PlanPage"),
});

const members = createRoute({
  getParentRoute: () => project,
  path: "members",
  staticData: { titleKey: "frame:members" },
  validateSearch: searchOf({ ...listParams, role: wordParam(participantRoles), state: wordParam(participantStates) }),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/participants/participant-list-page.tsx")),
    "ParticipantListPage",
  ),
});

const contributions = createRoute({
  getParentRoute: () => project,
  path: "contributions",
  staticData: { titleKey: "frame:contributions" },
  validateSearch: searchOf({
    ...listParams,
    kind: textParam,
    state: textParam,
    stream: textParam,
    participant: textParam,
    amended: flagParam,
    selected: textParam,
  }),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/contributions/contribution-list-page.tsx")),
    "ContributionListPage",
  ),
});

const matrix = createRoute({
  getParentRoute: () => project,
  path: "matrix",
  staticData: { titleKey: "frame:matrix" },
  validateSearch: searchOf({ measure: wordParam(matrixMeasures), by: wordParam(matrixAxes) }),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/matrix/matrix-page.tsx")),
    "MatrixPage",
  ),
});

const updates = createRoute({
  getParentRoute: () => project,
  path: "updates",
  staticData: { titleKey: "frame:updates" },
  validateSearch: searchOf({
    ...listParams,
    period: textParam,
    tab: textParam,
    state: textParam,
    participant: textParam,
    selected: textParam,
  }),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/reporting/update-list-page.tsx")),
    "UpdateListPage",
  ),
});

const forecast = createRoute({
  getParentRoute: () => project,
  path: "forecast",
  staticData: { titleKey: "frame:forecast" },
  validateSearch: searchOf({
    unit: wordParam(forecastUnits),
    by: wordParam(["member", "stream"]),
    member: textParam,
    stream: textParam,
    period: textParam,
  }),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/reporting/forecast-page.tsx")),
    "ForecastPage",
  ),
});

const budget = createRoute({
  getParentRoute: () => project,
  path: "budget",
  staticData: { titleKey: "frame:budget" },
  validateSearch: searchOf({
    by: wordParam(budgetDimensions),
    across: wordParam(budgetDimensions),
    book: wordParam(ruleBooks),
  }),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/budget/budget-page.tsx")),
    "BudgetPage",
  ),
});

const gaps = createRoute({
  getParentRoute: () => project,
  path: "gaps",
  staticData: { titleKey: "frame:gaps" },
  validateSearch: searchOf({
    page: listParams.page,
    owner: textParam,
    kind: wordParam(gapKinds),
    severity: wordParam(gapSeverities),
    grouping: wordParam(gapGroupings),
  }),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/gaps/gap-list-page.tsx")),
    "GapListPage",
  ),
});

const milestones = createRoute({
  getParentRoute: () => project,
  path: "milestones",
  staticData: { titleKey: "frame:milestones" },
  validateSearch: searchOf(listParams),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/milestones/milestone-list-page.tsx")),
    "MilestoneListPage",
  ),
});

const risks = createRoute({
  getParentRoute: () => project,
  path: "risks",
  staticData: { titleKey: "frame:risks" },
  validateSearch: searchOf({ owner: textParam, state: wordParam(riskStates), high: flagParam }),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/risks/risk-list-page.tsx")),
    "RiskListPage",
  ),
});

const baselines = createRoute({
  getParentRoute: () => project,
  path: "baselines",
  staticData: { titleKey: "frame:baselines" },
  validateSearch: searchOf({
    from: textParam,
    to: textParam,
    kind: wordParam(contentKinds),
    owner: textParam,
    view: wordParam(["sentences", "table"]),
  }),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/baselines/baseline-page.tsx")),
    "BaselinePage",
  ),
});

const decisionsBranch = createRoute({
  getParentRoute: () => project,
  path: "decisions",
  staticData: { titleKey: "frame:decisions" },
});

const decisions = createRoute({
  getParentRoute: () => decisionsBranch,
  path: "/",
  validateSearch: searchOf({ create: flagParam }),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/decisions/decision-list-page.tsx")),
    "DecisionListPage",
  ),
});

const decisionBranch = createRoute({ getParentRoute: () => decisionsBranch, path: "$decisionId" });

const decision = createRoute({
  getParentRoute: () => decisionBranch,
  path: "/",
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/decisions/decision-page.tsx")),
    "DecisionPage",
  ),
});

const minutes = createRoute({
  getParentRoute: () => decisionBranch,
  path: "minutes",
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/decisions/decision-minutes-page.tsx")),
    "DecisionMinutesPage",
  ),
});

const exportsRoute = createRoute({
  getParentRoute: () => project,
  path: "exports",
  staticData: { titleKey: "frame:exports" },
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/exports/export-list-page.tsx")),
    "ExportListPage",
  ),
});

const activity = createRoute({
  getParentRoute: () => project,
  path: "activity",
  staticData: { titleKey: "frame:activity" },
  validateSearch: searchOf({ ...listParams, entity: textParam, actor: textParam }),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/activity/activity-list-page.tsx")),
    "ActivityListPage",
  ),
});

const bin = createRoute({
  getParentRoute: () => project,
  path: "bin",
  staticData: { titleKey: "frame:bin" },
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/activity/project-bin-page.tsx")),
    "ProjectBinPage",
  ),
});

/** A project with its pages. */
export const projectRoutes = project.addChildren([
  overview,
  streamsBranch.addChildren([streams, stream]),
  plan,
  members,
  contributions,
  matrix,
  updates,
  forecast,
  budget,
  gaps,
  milestones,
  risks,
  baselines,
  decisionsBranch.addChildren([decisions, decisionBranch.addChildren([decision, minutes])]),
  exportsRoute,
  activity,
  bin,
]);
