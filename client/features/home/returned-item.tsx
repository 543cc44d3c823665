import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "#client/features/home/home.module.css";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { OwnPart } from "#shared/features/home/home.ts";

/** A report that came back, with what the reviewer wrote. */
export function ReturnedItem({ report }: { report: OwnPart["returned"][number] }) {
  const { t } = useTranslation();
  return (
    <li>
      <div className={classes["top"]}>
        <Link
          to="/projects/$projectId/updates"
          params={{ projectId: report.projectId }}
          search={{ period: report.periodId, tab: "write" }}
          className={classes["link"] ?? ""}
        >
          {report.title}
        </Link>
        <StateBadge tone="returned">{t("home:returnedState")}</StateBadge>
      </div>
      <div className={classes["facts"]}>
        {report.acronym} · {t("home:periodNumber", { number: report.periodNumber })}
      </div>
      <blockquote className={classes["note"]}>{report.note}</blockquote>
    </li>
  );
}
