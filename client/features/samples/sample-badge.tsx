import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Says of a record that it is made up for looking around. */
export function SampleBadge({ size = "lg" }: { size?: "sm" | "lg" }) {
  const { t } = useTranslation();
  return (
    <Badge variant="outline" color="gray" size={size} tt="none" flex="none" title={t("samples:badgeHint")}>
      {t("samples:badge")}
    </Badge>
  );
}
