import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { readSetting, writeSetting } from "#client/lib/local-setting.ts";
import type { Language } from "#shared/languages.ts";

/** The languages the product speaks, each under its own name. */
export const languageNames: Record<Language, string> = { en: "English", ru: "Русский", fi: "Suomi" };

type Catalogue = Record<string, Record<string, unknown>>;

type Loader = () => Promise<{ catalogue: Catalogue }>;

const loaders: Record<Language, { first: Loader; later: Loader }> = {
  en: { first: () => import("./catalogue-en.ts"), later: () => import("./later-catalogue-en.ts") },
  ru: { first: () => import("./catalogue-ru.ts"), later: () => import("./later-catalogue-ru.ts") },
  fi: { first: () => import("./catalogue-fi.ts"), later: () => import("./later-catalogue-fi.ts") },
};

/** Whether any page has asked for more than the first catalogue. */
let needsLater = false;

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

async function loadCatalogue(language: Language, part: "first" | "later"): Promise<void> {
  const { catalogue } = await loaders[language][part]();
  for (const [path, texts] of Object.entries(catalogue)) {
    const feature = path.slice(path.lastIndexOf("/") + 1, -".json".length);
    i18next.addResourceBundle(language, feature, texts, true, true);
  }
}

/** The texts of every page, for parts that say more than the first pages do. */
export async function loadAllTexts(): Promise<void> {
  needsLater = true;
  const { language } = i18next;
  if (isLanguage(language)) await loadCatalogue(language, "later");
}

/** Loads a part of the product together with what it says. */
export async function withTexts<Part>(load: () => Promise<Part>): Promise<Part> {
  const [part] = await Promise.all([load(), loadAllTexts()]);
  return part;
}

/** Switches every text on the page and remembers the choice in this browser. */
export async function changeLanguage(language: Language): Promise<void> {
  await Promise.all([loadCatalogue(language, "first"), needsLater ? loadCatalogue(language, "later") : null]);
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
  await loadCatalogue(language, "first");
  document.documentElement.lang = language;
}
