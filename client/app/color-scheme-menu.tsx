import { Menu, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ColorSchemeItems } from "#client/app/color-scheme-items.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";

const icons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon };

/** Chooses light, dark, or what the system wishes. */
export function ColorSchemeMenu() {
  const { t } = useTranslation();
  const { colorScheme } = useMantineColorScheme();
  return (
    <Menu withinPortal={false} width={200}>
      <Menu.Target>
        <IconButton icon={icons[colorScheme]} label={t("frame:colorScheme.title")} />
      </Menu.Target>
      <Menu.Dropdown>
        <ColorSchemeItems />
      </Menu.Dropdown>
    </Menu>
  );
}
