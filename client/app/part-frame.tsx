import { NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "#client/app/bare-frame.module.css";
import { changeLanguage, isLanguage, languageNames } from "#client/app/i18n.ts";
import { SkipLink } from "#client/app/skip-link.tsx";
import { languages } from "#shared/languages.ts";

/** The plain frame of a personal link: no session, no navigation, the language in reach. */
export function PartFrame({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation();
  return (
    <div className={classes["frame"]}>
      <SkipLink />
      <header className={classes["head"]} data-chrome>
        <img src="/icon.svg" alt="" width="32" height="32" />
        <NativeSelect
          size="sm"
          aria-label={t("frame:language")}
          value={i18n.language}
          data={languages.map((language) => ({ value: language, label: languageNames[language] }))}
          onChange={({ currentTarget: { value } }) => {
            if (isLanguage(value)) void changeLanguage(value);
          }}
        />
      </header>
      <main id="main" tabIndex={-1} className={classes["part"]}>
        {children}
      </main>
    </div>
  );
}
