import type { ReactNode } from "react";
import classes from "#client/ui/stat-tile.module.css";

type Props = { label: string; value: ReactNode; note?: ReactNode; children?: ReactNode };

/** One figure with its name and a note; several stand side by side in a `StatRow`. */
export function StatTile({ label, value, note, children }: Props) {
  return (
    <div className={classes["tile"]}>
      <dt className={classes["label"]}>{label}</dt>
      <dd className={classes["value"]}>{value}</dd>
      {note === undefined ? null : <dd className={classes["note"]}>{note}</dd>}
      {children === undefined ? null : <dd className={classes["extra"]}>{children}</dd>}
    </div>
  );
}
