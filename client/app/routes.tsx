import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withTexts } from "#client/app/i18n.ts";
import { projectsBranch } from "#client/app/project-route.tsx";
import { projectRoutes } from "#client/app/project-routes.tsx";
import { root } from "#client/app/root-route.tsx";
import { flagParam, listParams, searchOf, textParam, wordParam } from "#client/lib/search-params.ts";
import { notificationViews } from "#shared/features/notifications/notification-words.ts";
import { auditKinds } from "#shared/features/audit/audit-words.ts";
import { participantRoles } from "#shared/features/participants/participant-words.ts";
import { projectStatuses, projectVisibilities } from "#shared/features/projects/project-words.ts";

// One route = one lazy chunk. `titleKey` names it in the breadcrumbs and the document title.

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

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  staticData: { titleKey: "frame:invitation" },
  validateSearch: searchOf({ token: textParam, id: textParam }),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/invitations/invitation-page.tsx")),
    "InvitationPage",
  ),
});

const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: "/unsubscribe",
  staticData: { titleKey: "frame:unsubscribe" },
  validateSearch: searchOf({ token: textParam }),
  component: lazyRouteComponent(() => import("#client/features/accounts/unsubscribe-page.tsx"), "UnsubscribePage"),
});

const account = createRoute({
  getParentRoute: () => root,
  path: "/account",
  staticData: { titleKey: "frame:account" },
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/accounts/account-page.tsx")),
    "AccountPage",
  ),
});

const notifications = createRoute({
  getParentRoute: () => root,
  path: "/notifications",
  staticData: { titleKey: "frame:notifications" },
  validateSearch: searchOf({ show: wordParam(notificationViews), open: textParam }),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/notifications/notification-list-page.tsx")),
    "NotificationListPage",
  ),
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
    () => withTexts(() => import("#client/features/organisations/organisation-list-page.tsx")),
    "OrganisationListPage",
  ),
});

const organisation = createRoute({
  getParentRoute: () => organisationsBranch,
  path: "$organisationId",
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/organisations/organisation-page.tsx")),
    "OrganisationPage",
  ),
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
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/projects/project-list-page.tsx")),
    "ProjectListPage",
  ),
});

const imports = createRoute({
  getParentRoute: () => root,
  path: "/imports",
  staticData: { titleKey: "frame:imports" },
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/imports/import-page.tsx")),
    "ImportPage",
  ),
});

const bin = createRoute({
  getParentRoute: () => root,
  path: "/bin",
  staticData: { titleKey: "frame:bin" },
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/activity/directory-bin-page.tsx")),
    "DirectoryBinPage",
  ),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: "/administration/audit",
  staticData: { titleKey: "frame:audit" },
  validateSearch: searchOf({ ...listParams, kind: wordParam(auditKinds), person: textParam, on: textParam }),
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/audit/audit-list-page.tsx")),
    "AuditListPage",
  ),
});

/** Every page of the product. */
export const routeTree = root.addChildren([
  home,
  setup,
  signIn,
  reset,
  unsubscribe,
  invitation,
  account,
  notifications,
  organisationsBranch.addChildren([organisations, organisation]),
  projectsBranch.addChildren([projects, projectRoutes]),
  imports,
  bin,
  audit,
]);
