import { useMatches } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { usePageTitles } from "#client/lib/page-title.ts";

/** A step of the way to the present page. */
export type Crumb = { title: string; path: string };

/** The way to the present page: names from the routes' `titleKey`, or of the record a page shows. */
export function useCrumbs(): Crumb[] {
  const { t } = useTranslation();
  const titles = usePageTitles();
  return useMatches().flatMap((match) => {
    const key = match.staticData.titleKey;
    const title = titles.get(match.id) ?? (key === undefined ? undefined : t(key));
    return title === undefined ? [] : [{ title, path: match.pathname }];
  });
}
