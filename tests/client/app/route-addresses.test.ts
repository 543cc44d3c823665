import type { AnyRoute } from "@tanstack/react-router";
import { expect, test } from "vitest";

import { routeTree } from "#client/app/routes.tsx";
import { doors, places } from "#tests/e2e/addresses.ts";

/** The paths of all pages below a route; what only frames others is none. */
function pagesOf(route: AnyRoute, above = ""): string[] {
  const { path = "" } = route.options as { path?: string };
  const here = [above, path.replaceAll(/^\/|\/$/g, "")].filter((part) => part !== "").join("/");
  const children = (route.children ?? []) as AnyRoute[];
  return children.length === 0 ? [`/${here}`] : children.flatMap((child) => pagesOf(child, here));
}

test("every page is walked through by the browser tests, and every address they open has a page", () => {
  const walked = [...new Set([...doors, ...places].map(({ route }) => route))].toSorted();
  expect(walked).toEqual(pagesOf(routeTree).toSorted());
});
