import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { withTexts } from "#client/app/i18n.ts";
import { root } from "#client/app/root-route.tsx";

/** What the list of projects and each project stand under. */
export const projectsBranch = createRoute({
  getParentRoute: () => root,
  path: "/projects",
  staticData: { titleKey: "frame:projects" },
});

/** One project; its pages stand under it. */
export const project = createRoute({
  getParentRoute: () => projectsBranch,
  path: "$projectId",
  component: lazyRouteComponent(
    () => withTexts(() => import("#client/features/projects/project-frame.tsx")),
    "ProjectFrame",
  ),
});
