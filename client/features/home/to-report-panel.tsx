import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "#client/features/home/home.module.css";
import { DateText } from "#client/ui/date-text.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { ToReport } from "#shared/features/home/home.ts";

/** The reports our organisation still owes, the most urgent first. */
export function ToReportPanel({ rows }: { rows: readonly ToReport[] }) {
  const { t } = useTranslation();
  return (
    <PagePanel title={t("home:toReport")}>
      {rows.length === 0 ? (
        <p className={classes["quiet"]}>{t("home:nothingToReport")}</p>
      ) : (
        <ul className={classes["list"]}>
          {rows.map((row) => (
            <li key={row.periodId}>
              <div className={classes["top"]}>
                <Link
                  to="/projects/$projectId/updates"
                  params={{ projectId: row.projectId }}
                  search={{ period: row.periodId, tab: "write" }}
                  className={classes["link"] ?? ""}
                >
                  {row.acronym} · {t("home:periodNumber", { number: row.periodNumber })}
                </Link>
                <span className={row.daysLeft < 0 ? classes["late"] : undefined}>
                  {row.daysLeft < 0
                    ? t("home:daysLate", { count: -row.daysLeft })
                    : t("home:daysLeft", { count: row.daysLeft })}
                </span>
              </div>
              <div className={classes["facts"]}>
                <span>
                  {t("home:openReports", { count: row.missing + row.drafts + row.returned, total: row.lines })}
                </span>
                {row.drafts === 0 ? null : <span>{t("home:drafts", { count: row.drafts })}</span>}
                {row.returned === 0 ? null : <span>{t("home:returnedCount", { count: row.returned })}</span>}
                <span>
                  {t("home:dueOn")} <DateText day={row.dueOn} />
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </PagePanel>
  );
}
