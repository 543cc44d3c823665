import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { onSignedOut, queryClient } from "#client/app/query-client.ts";
import { router } from "#client/app/router.ts";
import { colorSchemeStore, theme, tokens } from "#client/app/theme.ts";
import { trpc } from "#client/app/trpc.ts";

const Toasts = lazy(() => import("#client/app/toasts.tsx").then((part) => ({ default: part.Toasts })));

/** Asks again who is here; the guard before every page then leads to /sign-in and back. */
function askWhoIsHere(): void {
  queryClient.removeQueries(trpc.me.show.queryFilter());
  void router.invalidate();
}

/** Everything that pages stand on. */
export function Providers() {
  useEffect(() => onSignedOut(askWhoIsHere), []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={tokens}
      colorSchemeManager={colorSchemeStore}
      defaultColorScheme="auto"
    >
      <Suspense>
        <Toasts />
      </Suspense>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
