import { UnstyledButton } from "@mantine/core";
import { IconMenu2, IconSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { openOverlay, toggleSidebar, useFrameState } from "#client/app/frame-state.ts";
import classes from "#client/app/bottom-bar.module.css";

/** On small screens: menu and search where the thumb is. */
export function BottomBar() {
  const { t } = useTranslation();
  const { overlay } = useFrameState();
  return (
    <div className={classes["bar"]} data-chrome>
      <UnstyledButton className={classes["button"]} onClick={toggleSidebar} aria-expanded={overlay === "drawer"}>
        <IconMenu2 size={20} aria-hidden="true" />
        {t("frame:menu")}
      </UnstyledButton>
      <UnstyledButton className={classes["button"]} onClick={() => openOverlay("palette")}>
        <IconSearch size={20} aria-hidden="true" />
        {t("frame:search")}
      </UnstyledButton>
    </div>
  );
}
