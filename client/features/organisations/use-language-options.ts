import { useMemo } from "react";
import { useTranslation } from "react-i18next";

const common =
  "ar be bg ca cs da de el en es et fi fr ga he hi hr hu hy is it ja ka kk ko lt lv mk mt nb nl pl pt ro ru se sk sl sq sr sv tr uk uz zh".split(
    " ",
  );

/** Languages a name may be in (BCP 47), by their names in the reader's language; `present` is among them in any case. */
export function useLanguageOptions(present: string | null): { value: string; label: string }[] {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: "language" });
    const collator = new Intl.Collator(i18n.language);
    const codes = present === null || common.includes(present) ? common : [...common, present];
    return codes
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .sort((left, right) => collator.compare(left.label, right.label));
  }, [i18n.language, present]);
}
