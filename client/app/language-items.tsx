import { Menu } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { changeLanguage, isLanguage, languageNames } from "#client/app/i18n.ts";
import { useSession } from "#client/app/session.ts";
import { trpc } from "#client/app/trpc.ts";
import { languages } from "#shared/languages.ts";

/** The languages of the interface as menu items; a choice holds for this browser and, when signed in, for the account. */
export function LanguageItems() {
  const { i18n } = useTranslation();
  const { user } = useSession();
  const update = useMutation(trpc.me.update.mutationOptions());
  const choose = (language: string) => {
    if (!isLanguage(language)) return;
    void changeLanguage(language);
    if (user !== null) update.mutate({ language });
  };
  return (
    <Menu.RadioGroup value={i18n.language} onChange={choose}>
      {languages.map((language) => (
        <Menu.RadioItem key={language} value={language} lang={language} closeMenuOnClick>
          {languageNames[language]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
