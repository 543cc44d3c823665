import { IconLock, IconPlant2, IconSearchOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "#client/ui/empty-state.module.css";

type Props = {
  /** Nothing yet: what it is and how to begin. Nothing found: which filter, and how to clear it. No right: who can grant it. */
  kind: "nothing-yet" | "nothing-found" | "no-right";
  title: string;
  /** In place of a whole page the title is its h1. */
  isPage?: boolean;
  children?: ReactNode;
  action?: ReactNode;
};

const icons = { "nothing-yet": IconPlant2, "nothing-found": IconSearchOff, "no-right": IconLock };

/** In place of a list or page that has nothing to show, and the next step from there. */
export function EmptyState({ kind, title, isPage = false, children, action }: Props) {
  const Picture = icons[kind];
  const Heading = isPage ? "h1" : "h2";
  return (
    <div className={classes["state"]}>
      <span className={classes["icon"]}>
        <Picture size={30} stroke={1.5} aria-hidden="true" />
      </span>
      <Heading className={classes["title"]}>{title}</Heading>
      {children === undefined ? null : <p className={classes["text"]}>{children}</p>}
      {action}
    </div>
  );
}
