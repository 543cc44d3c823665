import { Outlet, useLocation } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense } from "react";
import { AppFrame } from "#client/app/app-frame.tsx";
import { BareFrame } from "#client/app/bare-frame.tsx";
import { withTexts } from "#client/app/i18n.ts";
import { LiveUpdates } from "#client/app/live.tsx";
import { openPaths, useSession } from "#client/app/session.ts";
import { useAccountLanguage } from "#client/app/use-account-language.ts";
import { useDocumentTitle } from "#client/app/use-document-title.ts";
import { useMainFocus } from "#client/app/use-main-focus.ts";
import { presentViewing } from "#client/app/viewing.ts";
import { Loading } from "#client/ui/loading.tsx";

// Loaded after the page: nobody waits for it.
const ExportTray = lazy(async () => ({
  default: (await withTexts(() => import("#client/features/exports/export-tray.tsx"))).ExportTray,
}));

const ViewingBanner = lazy(async () => ({
  default: (await import("#client/app/viewing-banner.tsx")).ViewingBanner,
}));

/** Around every page: the frame with sidebar, or a plain one for pages that are open to everybody. */
export function RootLayout(): ReactNode {
  const { user } = useSession();
  const isBare = openPaths.has(useLocation({ select: (location) => location.pathname }));
  useAccountLanguage();
  useDocumentTitle();
  useMainFocus();
  const page = (
    <Suspense fallback={<Loading />}>
      <Outlet />
    </Suspense>
  );
  if (isBare || user === null) return <BareFrame>{page}</BareFrame>;
  return (
    <AppFrame>
      <LiveUpdates />
      {presentViewing() === null ? null : (
        <Suspense fallback={null}>
          <ViewingBanner />
        </Suspense>
      )}
      {page}
      <Suspense fallback={null}>
        <ExportTray />
      </Suspense>
    </AppFrame>
  );
}
