import { Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "#client/ui/loading.module.css";

/** While something is being read: a spinner with a spoken word, shown only when it takes longer than a blink. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <div role="status" className={classes["place"]}>
      <Loader size="md" aria-hidden="true" />
      <span className={classes["text"]}>{t("ui:loading")}</span>
    </div>
  );
}
