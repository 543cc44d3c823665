import { createRootRouteWithContext, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { RootLayout } from "#client/app/root-layout.tsx";
import { RouteFault } from "#client/app/route-fault.tsx";
import { requireSession, type RouterContext } from "#client/app/session.ts";
import { UnknownPage } from "#client/app/unknown-page.tsx";
import { flagParam, listParams, searchOf, textParam, wordParam } from "#client/lib/search-params.ts";
import { participantRoles, participantStates } from "#shared/features/participants/participant-words.ts";
import { projectStatuses, projectVisibilities } from "#shared/features/projects/project-words.ts";

// One route = one lazy chunk. `titleKey` names it in the breadcrumbs and the document title.

const root = createRootRouteWithContext<RouterContext>()({
  component: RootLayout,
  errorComponent: RouteFault,
  notFoundComponent: UnknownPage,
  beforeLoad: requireSession,
});

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  staticData: { titleKey: "frame:home" },
  component: lazyRouteComponent(() => import("#client/features/home/home-page.tsx"), "HomePage"),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  staticData: { titleKey: "frame:setup" },
  validateSearch: searchOf({ token: textParam }),
  component: lazyRouteComponent(() => import("#client/features/accounts/setup-page.tsx"), "SetupPage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  staticData: { titleKey: "frame:signIn" },
  validateSearch: searchOf({ next: textParam }),
  component: lazyRouteComponent(() => import("#client/features/accounts/sign-in-page.tsx"), "SignInPage"),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: "/reset",
  staticData: { titleKey: "frame:reset" },
  validateSearch: searchOf({ token: textParam }),
  component: lazyRouteComponent(() => import("#client/features/accounts/reset-page.tsx"), "ResetPage"),
});

const account = createRoute({
  getParentRoute: () => root,
  path: "/account",
  staticData: { titleKey: "frame:account" },
  component: lazyRouteComponent(() => import("#client/features/accounts/account-page.tsx"), "AccountPage"),
});

const organisationsBranch = createRoute({
  getParentRoute: () => root,
  path: "/organisations",
  staticData: { titleKey: "frame:organisations" },
});

const organisations = createRoute({
  getParentRoute: () => organisationsBranch,
  path: "/",
  validateSearch: searchOf({
    ...listParams,
    kind: textParam,
    country: textParam,
    size: textParam,
    activity: textParam,
    cluster: textParam,
    direction: textParam,
    medium: textParam,
    resource: textParam,
  }),
  component: lazyRouteComponent(
    () => import("#client/features/organisations/organisation-list-page.tsx"),
    "OrganisationListPage",
  ),
});

const organisation = createRoute({
  getParentRoute: () => organisationsBranch,
  path: "$organisationId",
  component: lazyRouteComponent(
    () => import("#client/features/organisations/organisation-page.tsx"),
    "OrganisationPage",
  ),
});

const projectsBranch = createRoute({
  getParentRoute: () => root,
  path: "/projects",
  staticData: { titleKey: "frame:projects" },
});

const projects = createRoute({
  getParentRoute: () => projectsBranch,
  path: "/",
  validateSearch: searchOf({
    ...listParams,
    status: wordParam(projectStatuses),
    role: wordParam([...participantRoles, "none"]),
    country: textParam,
    cluster: textParam,
    visibility: wordParam(projectVisibilities),
    create: flagParam,
  }),
  component: lazyRouteComponent(() => import("#client/features/projects/project-list-page.tsx"), "ProjectListPage"),
});

const project = createRoute({
  getParentRoute: () => projectsBranch,
  path: "$projectId",
  component: lazyRouteComponent(() => import("#client/features/projects/project-frame.tsx"), "ProjectFrame"),
});

const overview = createRoute({
  getParentRoute: () => project,
  path: "/",
  component: lazyRouteComponent(() => import("#client/features/projects/project-page.tsx"), "ProjectPage"),
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
  component: lazyRouteComponent(() => import("#client/features/streams/stream-list-page.tsx"), "StreamListPage"),
});

const stream = createRoute({
  getParentRoute: () => streamsBranch,
  path: "$streamId",
  component: lazyRouteComponent(() => import("#client/features/streams/stream-page.tsx"), "StreamPage"),
});

const members = createRoute({
  getParentRoute: () => project,
  path: "members",
  staticData: { titleKey: "frame:members" },
  validateSearch: searchOf({ ...listParams, role: wordParam(participantRoles), state: wordParam(participantStates) }),
  component: lazyRouteComponent(
    () => import("#client/features/participants/participant-list-page.tsx"),
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
    selected: textParam,
  }),
  component: lazyRouteComponent(
    () => import("#client/features/contributions/contribution-list-page.tsx"),
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
  component: lazyRouteComponent(() => import("#client/features/reporting/update-list-page.tsx"), "UpdateListPage"),
});

const milestones = createRoute({
  getParentRoute: () => project,
  path: "milestones",
  staticData: { titleKey: "frame:milestones" },
  validateSearch: searchOf(listParams),
  component: lazyRouteComponent(
    () => import("#client/features/milestones/milestone-list-page.tsx"),
    "MilestoneListPage",
  ),
});

const exportsRoute = createRoute({
  getParentRoute: () => project,
  path: "exports",
  staticData: { titleKey: "frame:exports" },
  component: lazyRouteComponent(() => import("#client/features/exports/export-list-page.tsx"), "ExportListPage"),
});

const activity = createRoute({
  getParentRoute: () => project,
  path: "activity",
  staticData: { titleKey: "frame:activity" },
  validateSearch: searchOf({ ...listParams, entity: textParam, actor: textParam }),
  component: lazyRouteComponent(() => import("#client/features/activity/activity-list-page.tsx"), "ActivityListPage"),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: "/imports",
  staticData: { titleKey: "frame:imports" },
  component: lazyRouteComponent(() => import("#client/features/imports/import-page.tsx"), "ImportPage"),
});

/** Every page of the product. */
export const routeTree = root.addChildren([
  home,
  setup,
  signIn,
  reset,
  account,
  organisationsBranch.addChildren([organisations, organisation]),
  projectsBranch.addChildren([
    projects,
    project.addChildren([
      overview,
      streamsBranch.addChildren([streams, stream]),
      members,
      contributions,
      updates,
      milestones,
      exportsRoute,
      activity,
    ]),
  ]),
  imports,
]);
