import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withTexts } from "#client/app/i18n.ts";
import { flagParam, listParams, searchOf, textParam, wordParam } from "#client/lib/search-params.ts";
import { budgetDimensions } from "#shared/features/budget/budget-words.ts";
import { matrixAxes, matrixMeasures } from "#shared/features/matrix/matrix-words.ts";
import { contentKinds } from "#shared/features/baselines/plan-content.ts";
import { riskStates } from "#shared/features/risks/risk-words.ts";
import { ruleBooks } from "#shared/features/projects/project-words.ts";
import { project } from "#client/app/project-route.tsx";

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

const matrix = createRoute({
  getParentRoute: () => project,
  path: "matrix",
  staticData: { titleKey: "frame:matrix" },
  validateSearch: searchOf({ measure: wordParam(matrixMeasures), by: wordParam(matrixAxes) }),
  component: lazyRouteComponent(() => withTexts(() => import("#client/features/matrix/matrix-page.tsx")), "MatrixPage"),
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
  component: lazyRouteComponent(() => withTexts(() => import("#client/features/budget/budget-page.tsx")), "BudgetPage"),
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

/** What is planned: streams, tasks, efforts, costs, milestones, risks and what changed. */
export const planRoutes = [
  streamsBranch.addChildren([streams, stream]),
  plan,
  matrix,
  budget,
  milestones,
  risks,
  baselines,
] as const;
