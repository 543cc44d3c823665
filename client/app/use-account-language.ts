import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { changeLanguage } from "#client/app/i18n.ts";
import { useSession } from "#client/app/session.ts";

/** Speaks the language of the account as soon as a person is known in this tab. */
export function useAccountLanguage(): void {
  const { user } = useSession();
  const { i18n } = useTranslation();
  const language = user?.language ?? null;
  useEffect(() => {
    if (language !== null && language !== i18n.language) void changeLanguage(language);
    // Only a change on the account counts; a choice in this browser is not undone by an older answer.
  }, [language, i18n]);
}
