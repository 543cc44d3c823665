import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withTexts } from "#client/app/i18n.ts";
import { listParams, searchOf, textParam } from "#client/lib/search-params.ts";
import { memberRoutes } from "#client/app/member-routes.tsx";
import { planRoutes } from "#client/app/plan-routes.tsx";
import { project } from "#client/app/project-route.tsx";

const overview = createRoute({
  getParentRoute: () => project,
  path: "/",
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/projects/project-page.tsx")),
    "ProjectPage",
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
  ...planRoutes,
  ...memberRoutes,
  exportsRoute,
  activity,
  bin,
]);
