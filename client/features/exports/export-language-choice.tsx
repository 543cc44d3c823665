import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "#client/features/exports/exports.module.css";
import { type Language, languages } from "#shared/features/exports/export-words.ts";

type Props = { value: Language; onChoose: (language: Language) => void };

/** The language of a file's own words. */
export function ExportLanguageChoice({ value, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <Select
      label={t("exports:languageLabel")}
      description={t("exports:languageHint")}
      data={languages.map((each) => ({ value: each, label: t(`exports:language.${each}`) }))}
      value={value}
      onChange={(chosen) => onChoose(languages.find((each) => each === chosen) ?? value)}
      allowDeselect={false}
      className={classes["language"] ?? ""}
    />
  );
}
