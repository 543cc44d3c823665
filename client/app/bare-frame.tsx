import { lazy, type ReactNode, Suspense } from "react";
import { BrandMark } from "#client/app/brand-mark.tsx";
import { useSession } from "#client/app/session.ts";
import { SkipLink } from "#client/app/skip-link.tsx";
import classes from "#client/app/bare-frame.module.css";

const BareMenus = lazy(() => import("#client/app/bare-menus.tsx").then((part) => ({ default: part.BareMenus })));

/** The plain frame of sign-in, setup and reset: the mark, the page, language and colours. */
export function BareFrame({ children }: { children: ReactNode }) {
  const { installation } = useSession();
  return (
    <div className={classes["frame"]}>
      <SkipLink />
      <header className={classes["head"]} data-chrome>
        <BrandMark name={installation.name} />
        <div className={classes["tools"]}>
          <Suspense>
            <BareMenus />
          </Suspense>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classes["main"]}>
        {children}
      </main>
    </div>
  );
}
