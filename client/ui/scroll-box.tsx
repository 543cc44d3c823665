import type { ReactNode } from "react";
import classes from "#client/ui/scroll-box.module.css";

type Props = { label: string; isBusy?: boolean; children: ReactNode };

/** Scrolls sideways what is wider than the page; named and reachable by keyboard, as scrolling parts must be. */
export function ScrollBox({ label, isBusy = false, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it the keyboard cannot scroll here
    <div className={classes["box"]} role="group" aria-label={label} aria-busy={isBusy} tabIndex={0}>
      {children}
    </div>
  );
}
