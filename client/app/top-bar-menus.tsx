import { AccountMenu } from "#client/app/account-menu.tsx";
import { ActingForMenu } from "#client/app/acting-for-menu.tsx";
import { ColorSchemeMenu } from "#client/app/color-scheme-menu.tsx";
import { LanguageMenu } from "#client/app/language-menu.tsx";
import { NotificationBell } from "#client/features/notifications/notification-bell.tsx";
import { PresenceBeats } from "#client/features/presence/presence-beats.tsx";
import { PresenceList } from "#client/features/presence/presence-list.tsx";
import classes from "#client/app/top-bar.module.css";

/** The menus of the top bar; a chunk of its own, because menus weigh more than the page that waits for them. */
export function TopBarMenus() {
  return (
    <>
      <PresenceBeats />
      <PresenceList />
      <ActingForMenu />
      <span className={classes["wide"]}>
        <LanguageMenu />
        <ColorSchemeMenu />
      </span>
      <NotificationBell />
      <AccountMenu />
    </>
  );
}
