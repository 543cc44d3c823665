import { type ReactNode, useId } from "react";
import { ErrorBoundary } from "#client/ui/error-boundary.tsx";
import classes from "#client/ui/page-panel.module.css";

type Props = {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  isFlush?: boolean;
  children: ReactNode;
};

/** A card of a page with its heading and actions; `isFlush` lets a table reach the edges. */
export function PagePanel({ title, description, actions, isFlush = false, children }: Props) {
  const id = useId();
  return (
    <section className={classes["panel"]} aria-labelledby={title === undefined ? undefined : id}>
      {title === undefined ? null : (
        <header className={classes["header"]}>
          <div>
            <h2 id={id} className={classes["title"]}>
              {title}
            </h2>
            {description === undefined ? null : <p className={classes["description"]}>{description}</p>}
          </div>
          {actions === undefined ? null : (
            <div className={classes["actions"]} data-chrome>
              {actions}
            </div>
          )}
        </header>
      )}
      <div className={classes["body"]} data-flush={isFlush || undefined}>
        <ErrorBoundary>{children}</ErrorBoundary>
      </div>
    </section>
  );
}
