import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { usePlanMapping } from "#client/features/imports/use-plan-mapping.ts";
import type { TableFacts } from "#shared/features/imports/plan-mapping.ts";
import { planTargets } from "#shared/features/imports/plan-words.ts";

type Props = { sheets: TableFacts["sheets"]; state: ReturnType<typeof usePlanMapping> };

const shownCells = 4;

/** What rows become, which sheet and header row are meant, and what tells rows apart. */
export function TableChoices({ sheets, state }: Props) {
  const { t } = useTranslation();
  const { mapping, sheet, setSheet, setHeaderRow, setTarget, setKey } = state;
  return (
    <>
      <Select
        label={t("imports:wizard.target")}
        data={planTargets.map((value) => ({ value, label: t(`imports:wizard.targets.${value}`) }))}
        value={mapping.target}
        onChange={(value) => setTarget(planTargets.find((each) => each === value) ?? mapping.target)}
        allowDeselect={false}
      />
      {sheets.length < 2 ? null : (
        <Select
          label={t("imports:wizard.sheet")}
          data={sheets.map((each, index) => ({
            value: String(index),
            label: each.sheet ?? t("imports:wizard.sheetNumber", { number: index + 1 }),
          }))}
          value={String(mapping.sheet)}
          onChange={(value) => setSheet(Number(value ?? mapping.sheet))}
          allowDeselect={false}
        />
      )}
      <Select
        label={t("imports:wizard.headerRow")}
        data={(sheet?.head ?? []).map(({ row, cells }) => ({
          value: String(row),
          label: `${row}: ${cells
            .filter((cell) => cell !== "")
            .slice(0, shownCells)
            .join(" · ")}`,
        }))}
        value={String(mapping.headerRow)}
        onChange={(value) => setHeaderRow(Number(value ?? mapping.headerRow))}
        allowDeselect={false}
      />
      {mapping.target === "effort" ? null : (
        <Select
          label={t("imports:wizard.key")}
          description={t("imports:wizard.keyHint")}
          data={(["code", "title"] as const).map((value) => ({ value, label: t(`imports:wizard.keys.${value}`) }))}
          value={mapping.key}
          onChange={(value) => setKey(value === "title" ? "title" : "code")}
          allowDeselect={false}
        />
      )}
    </>
  );
}
