import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type RiskLevel, riskLevels } from "#shared/features/risks/risk-words.ts";

type Props = { label: string; value: RiskLevel; onChange: (level: RiskLevel) => void };

/** Low, medium or high. */
export function RiskLevelField({ label, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={label}
      value={value}
      data={riskLevels.map((level) => ({ value: level, label: t(`risks:level.${level}`) }))}
      onChange={(event) => onChange(riskLevels.find((level) => level === event.currentTarget.value) ?? value)}
    />
  );
}
