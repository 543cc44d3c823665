import type { ReactNode } from "react";
import classes from "#client/ui/stat-row.module.css";

/** Figures side by side, as many in a line as fit; holds `StatTile`s. */
export function StatRow({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <dl className={classes["row"]} aria-label={label}>
      {children}
    </dl>
  );
}
