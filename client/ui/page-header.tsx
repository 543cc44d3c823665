import type { ReactNode } from "react";
import classes from "#client/ui/page-header.module.css";

type Props = { title: ReactNode; description?: ReactNode; badge?: ReactNode; actions?: ReactNode };

/** Top of a page: its one h1, what it is about, its state and its actions. */
export function PageHeader({ title, description, badge, actions }: Props) {
  return (
    <header className={classes["header"]}>
      <div className={classes["words"]}>
        <div className={classes["line"]}>
          <h1 className={classes["title"]}>{title}</h1>
          {badge}
        </div>
        {description === undefined ? null : <div className={classes["description"]}>{description}</div>}
      </div>
      {actions === undefined ? null : (
        <div className={classes["actions"]} data-chrome>
          {actions}
        </div>
      )}
    </header>
  );
}
