import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** A dash in place of a value that nobody has given; spoken as "not set". */
export function NoValue() {
  const { t } = useTranslation();
  return (
    <span>
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{t("common:notSet")}</VisuallyHidden>
    </span>
  );
}
