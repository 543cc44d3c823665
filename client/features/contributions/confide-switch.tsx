import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";

type Props = { isChecked: boolean; isDisabled?: boolean; onChange: (isChecked: boolean) => void };

/** Whether a line is for the coordinator's eyes only, and what that means. */
export function ConfideSwitch({ isChecked, isDisabled = false, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Switch
      checked={isChecked}
      disabled={isDisabled}
      label={t("contributions:confidentiality.coordinator")}
      description={t("contributions:confidentiality.hint")}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
