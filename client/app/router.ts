import { createRouter } from "@tanstack/react-router";
import { queryClient } from "#client/app/query-client.ts";
import { routeTree } from "#client/app/routes.tsx";

/** The router of the product; pages reach it through hooks, only the shell imports it. */
export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** Key of the page's name, for breadcrumbs and document title. */
    titleKey?: string;
  }
}
