import { Menu } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconLanguage } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { changeLanguage, languageNames } from "#client/app/i18n.ts";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import { IconButton } from "#client/ui/icon-button.tsx";
import { type Language, languages } from "#shared/languages.ts";

/** Chooses the language of the interface, for this browser and, when signed in, for the account. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const update = useMutation(trpc.me.update.mutationOptions());
  const choose = (language: Language) => {
    void changeLanguage(language);
    if (user !== null) update.mutate({ language });
  };
  return (
    <Menu>
      <Menu.Target>
        <IconButton icon={IconLanguage} label={t("frame:language")} />
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item key={language} role="menuitemradio" aria-checked={i18n.language === language} lang={language} onClick={() => choose(language)} fw={i18n.language === language ? 650 : 400}>
            {languageNames[language]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
