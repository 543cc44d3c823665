import { Drawer } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { closeOverlay } from "#client/app/frame-state.ts";
import { Sidebar } from "#client/app/sidebar.tsx";

/** The sidebar on small screens; a chunk of its own. */
export function NavigationDrawer() {
  const { t } = useTranslation();
  return (
    <Drawer
      opened
      onClose={closeOverlay}
      size="19rem"
      title={t("frame:navigation")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <Sidebar isNarrow={false} isInDrawer />
    </Drawer>
  );
}
