import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { readSetting, writeSetting } from "#client/lib/local-setting.ts";
import type { Language } from "#shared/languages.ts";

/** The languages the product speaks, each under its own name. */
export const languageNames: Record<Language, string> = { en: "English", ru: "Русский", fi: "Suomi" };

type Catalogue = Record<string, Record<string, unknown>>;

const loaders: Record<Language, () => Promise<{ catalogue: Catalogue }>> = {
  en: () => import("./catalogue-en.ts"),
  ru: () => import("./catalogue-ru.ts"),
  fi: () => import("./catalogue-fi.ts"),
};

const settingKey = "consortia-language";

/** Narrows any text to a language the product speaks. */
export function isLanguage(text: string): text is Language {
  return Object.hasOwn(languageNames, text);
}

/** The language chosen in this browser, else the first one of the browser that the product speaks, else English. */
export function preferredLanguage(): Language {
  const wished = [readSetting(settingKey, ""), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wished.find(isLanguage) ?? "en";
}

async function loadCatalogue(language: Language): Promise<void> {
  const { catalogue } = await loaders[language]();
  for (const [path, texts] of Object.entries(catalogue)) {
    const feature = path.slice(path.lastIndexOf("/") + 1, -".json".length);
    i18next.addResourceBundle(language, feature, texts, true, true);
  }
}

/** Switches every text on the page and remembers the choice in this browser. */
export async function changeLanguage(language: Language): Promise<void> {
  await loadCatalogue(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  writeSetting(settingKey, language);
}

/** Starts translation in the preferred language; the page is drawn after this. */
export async function startTranslation(): Promise<void> {
  const language = preferredLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: "common",
    resources: {},
    // React escapes by itself.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await loadCatalogue(language);
  document.documentElement.lang = language;
}
