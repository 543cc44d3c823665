import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "#client/features/imports/imports.module.css";
import type { PlanField } from "#shared/features/imports/plan-words.ts";

type Props = {
  name: string;
  examples: readonly string[];
  fields: readonly PlanField[];
  field: PlanField | null;
  onField: (field: PlanField | null) => void;
};

const nothing = "none";

/** One column of the table: its name, its first values, and what it holds. */
export function MappingColumnRow({ name, examples, fields, field, onField }: Props) {
  const { t } = useTranslation();
  return (
    <li className={classes["column"]} data-used={field !== null || undefined}>
      <div>
        <div className={classes["name"]}>{name}</div>
        <div className={classes["hint"]}>
          {examples.length === 0
            ? t("imports:wizard.noExample")
            : t("imports:wizard.example", { values: examples.join(" · "), interpolation: { escapeValue: false } })}
        </div>
      </div>
      <Select
        aria-label={t("imports:wizard.fieldOf", { name, interpolation: { escapeValue: false } })}
        data={[
          { value: nothing, label: t("imports:wizard.leaveOut") },
          ...fields.map((value) => ({ value, label: t(`imports:wizard.fields.${value}`) })),
        ]}
        value={field ?? nothing}
        onChange={(value) => onField(fields.find((each) => each === value) ?? null)}
        allowDeselect={false}
      />
    </li>
  );
}
