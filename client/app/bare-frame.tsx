import type { ReactNode } from "react";
import { BrandMark } from "#client/app/brand-mark.tsx";
import { ColorSchemeMenu } from "#client/app/color-scheme-menu.tsx";
import { LanguageMenu } from "#client/app/language-menu.tsx";
import { useSession } from "#client/app/session.ts";
import { SkipLink } from "#client/app/skip-link.tsx";
import classes from "#client/app/bare-frame.module.css";

/** The plain frame of sign-in, setup and reset: the mark, the page, language and colours. */
export function BareFrame({ children }: { children: ReactNode }) {
  const { installation } = useSession();
  return (
    <div className={classes["frame"]}>
      <SkipLink />
      <header className={classes["head"]} data-chrome>
        <BrandMark name={installation.name} />
        <div className={classes["tools"]}>
          <LanguageMenu />
          <ColorSchemeMenu />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={classes["main"]}>
        {children}
      </main>
    </div>
  );
}
