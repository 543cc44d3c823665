import { Menu, useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "#client/ui/icon-button.tsx";

const schemes = [
  { id: "auto", icon: IconDeviceDesktop },
  { id: "light", icon: IconSun },
  { id: "dark", icon: IconMoon },
] as const;

/** Chooses light, dark, or what the system wishes. */
export function ColorSchemeMenu() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const present = schemes.find((scheme) => scheme.id === colorScheme) ?? schemes[0];
  return (
    <Menu>
      <Menu.Target>
        <IconButton icon={present.icon} label={t("frame:colorScheme.title")} />
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ id, icon: Picture }) => (
          <Menu.Item
            key={id}
            role="menuitemradio"
            aria-checked={id === colorScheme}
            leftSection={<Picture size={17} aria-hidden="true" />}
            onClick={() => setColorScheme(id)}
            fw={id === colorScheme ? 650 : 400}
          >
            {t(`frame:colorScheme.${id}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
