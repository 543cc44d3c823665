import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withTexts } from "#client/app/i18n.ts";
import { flagParam, listParams, searchOf, textParam, wordParam } from "#client/lib/search-params.ts";
import { gapGroupings, gapKinds, gapSeverities } from "#shared/features/gaps/gap-words.ts";
import { participantRoles, participantStates } from "#shared/features/participants/participant-words.ts";
import { forecastUnits } from "#shared/features/reporting/forecast-words.ts";
import { project } from "#client/app/project-route.tsx";

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

/** What the members do together: take part, contribute, report, see what is missing, decide. */
export const memberRoutes = [
  members,
  contributions,
  updates,
  forecast,
  gaps,
  decisionsBranch.addChildren([decisions, decisionBranch.addChildren([decision, minutes])]),
] as const;
