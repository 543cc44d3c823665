import { type QueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { redirect } from "@tanstack/react-router";
import { trpc } from "#client/app/trpc.ts";

/** What every route can reach without importing it. */
export type RouterContext = { queryClient: QueryClient };

type RouteCall = { context: RouterContext; location: { pathname: string; href: string } };

/** Pages that are open to everybody; they stand without sidebar. */
export const openPaths: ReadonlySet<string> = new Set(["/setup", "/sign-in", "/reset", "/unsubscribe", "/invitation"]);

/** Before any page: a fresh installation leads to /setup, a page that needs a person leads to /sign-in and back. */
export async function requireSession({ context, location }: RouteCall): Promise<void> {
  const session = await context.queryClient.ensureQueryData(trpc.me.show.queryOptions());
  if (session.installation.needsSetup && location.pathname !== "/setup") throw redirect({ to: "/setup" });
  if (session.user === null && !openPaths.has(location.pathname)) {
    throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { next: location.href } });
  }
}

/** Who is signed in, what he may act for, and what the installation offers. */
export function useSession() {
  return useSuspenseQuery(trpc.me.show.queryOptions()).data;
}
