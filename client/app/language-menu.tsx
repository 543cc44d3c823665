import { Menu } from "@mantine/core";
import { IconLanguage } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LanguageItems } from "#client/app/language-items.tsx";
import { IconButton } from "#client/ui/icon-button.tsx";

/** Chooses the language of the interface. */
export function LanguageMenu() {
  const { t } = useTranslation();
  return (
    <Menu withinPortal={false} width={180}>
      <Menu.Target>
        <IconButton icon={IconLanguage} label={t("frame:language")} />
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
      </Menu.Dropdown>
    </Menu>
  );
}
