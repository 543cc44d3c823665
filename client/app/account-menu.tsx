import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCommandContext } from "#client/app/command-context.ts";
import { visibleCommands } from "#client/app/commands.ts";
import { changeLanguage, languageNames } from "#client/app/i18n.ts";
import { PersonAvatar } from "#client/ui/person-avatar.tsx";
import { ShortcutKeys } from "#client/ui/shortcut-keys.tsx";
import { languages } from "#shared/languages.ts";
import classes from "#client/app/account-menu.module.css";

const inMenu = new Set(["account", "shortcut-sheet", "sign-out"]);

/** Account, shortcuts and sign-out; on small screens also language and colours, which have no room in the bar. */
export function AccountMenu() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const context = useCommandContext();
  const { user } = context.session;
  if (user === null) return null;
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton className={classes["button"]} aria-label={t("frame:accountOf", { name: user.name })}>
          <PersonAvatar name={user.name} size={34} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <p className={classes["who"]}>
          <strong>{user.name}</strong>
          <span>{user.email}</span>
        </p>
        <Menu.Divider />
        {visibleCommands(context)
          .filter((command) => inMenu.has(command.id))
          .map((command) => (
            <Menu.Item
              key={command.id}
              leftSection={<command.icon size={17} aria-hidden="true" />}
              rightSection={command.keys === undefined ? null : <ShortcutKeys keys={command.keys} />}
              onClick={() => command.run(context)}
            >
              {t(command.titleKey)}
            </Menu.Item>
          ))}
        <div className={classes["small"]}>
          <Menu.Divider />
          <Menu.Label>{t("frame:language")}</Menu.Label>
          {languages.map((language) => (
            <Menu.Item key={language} lang={language} onClick={() => void changeLanguage(language)}>
              {languageNames[language]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{t("frame:colorScheme.title")}</Menu.Label>
          {(["auto", "light", "dark"] as const).map((scheme) => (
            <Menu.Item key={scheme} onClick={() => setColorScheme(scheme)}>
              {t(`frame:colorScheme.${scheme}`)}
            </Menu.Item>
          ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
