import { useTranslation } from "react-i18next";
import classes from "#client/features/plan/gantt.module.css";

/** Headings over the names; they stay in sight. */
export function GanttTableHead() {
  const { t } = useTranslation();
  return (
    <div className={classes["corner"]}>
      <span>{t("gantt:title")}</span>
      <span className={classes["member"]}>{t("gantt:member")}</span>
      <span className={classes["figure"]}>{t("gantt:start")}</span>
      <span className={classes["figure"]}>{t("gantt:end")}</span>
      <span className={classes["figure"]}>%</span>
    </div>
  );
}
