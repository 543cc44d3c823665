import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Command } from "#client/app/commands.ts";
import { closeOverlay } from "#client/app/frame-state.ts";
import type { Place } from "#client/app/places.ts";
import { Hint } from "#client/ui/hint.tsx";
import { ShortcutKeys } from "#client/ui/shortcut-keys.tsx";
import classes from "#client/app/sidebar.module.css";

type Props = { command: Command | undefined; to: Place; isNarrow: boolean; projectId?: string };

/** One place of the sidebar with icon, name and its keys as a tooltip; nothing when the person may not go there. */
export function SidebarLink({ command, to, isNarrow, projectId }: Props) {
  const { t } = useTranslation();
  if (command === undefined) return null;
  const title = t(command.titleKey);
  const keys = command.keys === undefined ? null : <ShortcutKeys keys={command.keys} />;
  const isExact = to === "/" || to === "/projects/$projectId" || (to === "/projects" && projectId === undefined);
  return (
    <li>
      <Hint
        side="right"
        label={
          <>
            {title} {keys}
          </>
        }
      >
        <Link
          to={to}
          params={{ projectId: projectId ?? "" }}
          activeOptions={{ exact: isExact, includeSearch: false }}
          className={classes["link"]}
          aria-label={isNarrow ? title : undefined}
          onClick={closeOverlay}
        >
          <command.icon size={20} stroke={1.7} aria-hidden="true" />
          {isNarrow ? null : <span className={classes["text"]}>{title}</span>}
        </Link>
      </Hint>
    </li>
  );
}
