import "@mantine/spotlight/styles.css";
import { Spotlight, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useCommandContext } from "#client/app/command-context.ts";
import { commandGroups, visibleCommands } from "#client/app/commands.ts";
import { closeOverlay } from "#client/app/frame-state.ts";
import { ShortcutKeys } from "#client/ui/shortcut-keys.tsx";

/** Everything one can do from here, found by typing. */
export function Palette() {
  const { t } = useTranslation();
  const context = useCommandContext();
  const visible = visibleCommands(context).filter(({ id, isTwin }) => id !== "palette" && isTwin !== true);
  const groups: SpotlightActionGroupData[] = commandGroups.map((group) => ({
    group: t(`frame:commandGroup.${group}`),
    actions: visible
      .filter((command) => command.group === group)
      .map((command) => ({
        id: command.id,
        label: t(command.titleKey),
        leftSection: <command.icon size={19} stroke={1.7} aria-hidden="true" />,
        rightSection: command.keys === undefined ? undefined : <ShortcutKeys keys={command.keys} />,
        onClick: () => command.run(context),
      })),
  }));
  useEffect(() => spotlight.open(), []);
  return (
    <Spotlight
      actions={groups.filter((group) => group.actions.length > 0)}
      shortcut={null}
      scrollable
      maxHeight={420}
      highlightQuery
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      attributes={{ content: { "aria-label": t("frame:search") } }}
      onSpotlightClose={closeOverlay}
      nothingFound={t("frame:nothingFound")}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden="true" />,
        placeholder: t("frame:searchHint"),
        "aria-label": t("frame:search"),
      }}
    />
  );
}
