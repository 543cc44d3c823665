import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCommandContext } from "#client/app/command-context.ts";
import { commandGroups, visibleCommands } from "#client/app/commands.ts";
import { closeOverlay } from "#client/app/frame-state.ts";
import { ShortcutKeys } from "#client/ui/shortcut-keys.tsx";
import classes from "#client/app/shortcut-sheet.module.css";

/** All shortcuts that work here, made from the command registry. */
export function ShortcutSheet() {
  const { t } = useTranslation();
  const visible = visibleCommands(useCommandContext());
  const groups = commandGroups
    .map((group) => ({
      group,
      commands: visible.filter((command) => command.group === group && command.keys !== undefined),
    }))
    .filter(({ commands }) => commands.length > 0);
  return (
    <Modal
      opened
      onClose={closeOverlay}
      title={t("frame:shortcuts")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <div className={classes["groups"]}>
        {groups.map(({ group, commands }) => (
          <section key={group}>
            <h3 className={classes["title"]}>{t(`frame:commandGroup.${group}`)}</h3>
            <dl className={classes["list"]}>
              {commands.map((command) => (
                <div key={command.id} className={classes["row"]}>
                  <dt>{t(command.titleKey)}</dt>
                  <dd>
                    <ShortcutKeys keys={command.keys ?? ""} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p className={classes["note"]}>{t("frame:shortcutsNote")}</p>
    </Modal>
  );
}
