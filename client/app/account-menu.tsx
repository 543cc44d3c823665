import { Menu, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ColorSchemeItems } from "#client/app/color-scheme-items.tsx";
import { useCommandContext } from "#client/app/command-context.ts";
import { visibleCommands } from "#client/app/commands.ts";
import { LanguageItems } from "#client/app/language-items.tsx";
import { PersonAvatar } from "#client/ui/person-avatar.tsx";
import { ShortcutKeys } from "#client/ui/shortcut-keys.tsx";
import classes from "#client/app/account-menu.module.css";

const inMenu = new Set(["account", "shortcut-sheet", "sign-out"]);

/** Account, shortcuts and sign-out; on small screens also language and colours, which have no room in the bar. */
export function AccountMenu() {
  const { t } = useTranslation();
  const context = useCommandContext();
  const { user } = context.session;
  if (user === null) return null;
  return (
    <Menu position="bottom-end" width={260} withinPortal={false}>
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
          <LanguageItems />
          <Menu.Divider />
          <Menu.Label>{t("frame:colorScheme.title")}</Menu.Label>
          <ColorSchemeItems />
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
