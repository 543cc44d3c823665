import { useTranslation } from "react-i18next";
import classes from "#client/features/organisations/organisation-filter-list.module.css";
import { FilterSelect } from "#client/ui/filter-select.tsx";

type Props = {
  label: string;
  /** Group of the catalogue that names the words. */
  group: "kind" | "size" | "activityType" | "direction" | "medium";
  words: readonly string[];
  value: string | undefined;
  onChoose: (value: string | undefined) => void;
};

/** A filter of the directory over one of its closed lists of words. */
export function DirectoryWordFilter({ label, group, words, value, onChoose }: Props) {
  const { t } = useTranslation();
  const options = words.map((word) => ({ value: word, label: t(`organisations:${group}.${word}`) }));
  return (
    <div className={classes["filter"]}>
      <FilterSelect
        label={label}
        allLabel={t("organisations:list.all")}
        value={value}
        options={options}
        onChoose={onChoose}
      />
    </div>
  );
}
