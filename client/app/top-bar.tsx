import { UnstyledButton } from "@mantine/core";
import { IconLayoutSidebar, IconSearch } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { CrumbTrail } from "#client/app/crumb-trail.tsx";
import { withTexts } from "#client/app/i18n.ts";
import { openOverlay, toggleSidebar, useFrameState } from "#client/app/frame-state.ts";
import { IconButton } from "#client/ui/icon-button.tsx";
import { ShortcutKeys } from "#client/ui/shortcut-keys.tsx";
import classes from "#client/app/top-bar.module.css";

const TopBarMenus = lazy(async () => ({
  default: (await withTexts(() => import("#client/app/top-bar-menus.tsx"))).TopBarMenus,
}));

/** Where one is, search, for whom one acts, language, colours and the account. */
export function TopBar() {
  const { t } = useTranslation();
  const { isSidebarNarrow } = useFrameState();
  return (
    <header className={classes["bar"]} data-chrome>
      <span className={classes["wide"]}>
        <IconButton
          icon={IconLayoutSidebar}
          label={t("frame:toggleSidebar")}
          keys="mod+b"
          onClick={toggleSidebar}
          aria-pressed={!isSidebarNarrow}
        />
      </span>
      <CrumbTrail />
      <UnstyledButton
        className={classes["search"]}
        onClick={() => openOverlay("palette")}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <IconSearch size={17} aria-hidden="true" />
        <span className={classes["searchText"]}>{t("frame:search")}</span>
        <ShortcutKeys keys="mod+k" />
      </UnstyledButton>
      <Suspense fallback={<span className={classes["waiting"]} />}>
        <TopBarMenus />
      </Suspense>
    </header>
  );
}
