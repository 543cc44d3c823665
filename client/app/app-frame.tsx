import { lazy, type ReactNode, Suspense } from "react";
import { BottomBar } from "#client/app/bottom-bar.tsx";
import { ConnectionPill } from "#client/app/connection-pill.tsx";
import { useFrameState } from "#client/app/frame-state.ts";
import { Sidebar } from "#client/app/sidebar.tsx";
import { SkipLink } from "#client/app/skip-link.tsx";
import { TopBar } from "#client/app/top-bar.tsx";
import { useOverlayFocus } from "#client/app/use-overlay-focus.ts";
import { useShortcuts } from "#client/app/use-shortcuts.ts";
import classes from "#client/app/app-frame.module.css";

const NavigationDrawer = lazy(() =>
  import("#client/app/navigation-drawer.tsx").then((part) => ({ default: part.NavigationDrawer })),
);
const Palette = lazy(() => import("#client/app/palette.tsx").then((part) => ({ default: part.Palette })));
const ShortcutSheet = lazy(() =>
  import("#client/app/shortcut-sheet.tsx").then((part) => ({ default: part.ShortcutSheet })),
);

/** The frame of the product: sidebar, top bar, the page, and what opens over them. */
export function AppFrame({ children }: { children: ReactNode }) {
  const { overlay, isSidebarNarrow } = useFrameState();
  useShortcuts();
  useOverlayFocus();
  return (
    <div className={classes["frame"]} data-narrow={isSidebarNarrow || undefined}>
      <SkipLink />
      <aside className={classes["side"]} data-chrome>
        <Sidebar isNarrow={isSidebarNarrow} />
      </aside>
      <TopBar />
      <main id="main" tabIndex={-1} className={classes["main"]}>
        {children}
      </main>
      <BottomBar />
      <ConnectionPill />
      <Suspense>
        {overlay === "drawer" ? <NavigationDrawer /> : null}
        {overlay === "palette" ? <Palette /> : null}
        {overlay === "shortcuts" ? <ShortcutSheet /> : null}
      </Suspense>
    </div>
  );
}
