import { createRootRouteWithContext } from "@tanstack/react-router";
import { RootLayout } from "#client/app/root-layout.tsx";
import { RouteFault } from "#client/app/route-fault.tsx";
import { requireSession, type RouterContext } from "#client/app/session.ts";
import { UnknownPage } from "#client/app/unknown-page.tsx";

/** The frame around every page. */
export const root = createRootRouteWithContext<RouterContext>()({
  component: RootLayout,
  errorComponent: RouteFault,
  notFoundComponent: UnknownPage,
  beforeLoad: requireSession,
});
