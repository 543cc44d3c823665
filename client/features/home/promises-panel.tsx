import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "#client/features/home/home.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { OwnPart } from "#shared/features/home/home.ts";

/** What others rely on from us: agreed lines in streams where other members work too, the next to end first. */
export function PromisesPanel({ rows }: { rows: OwnPart["promises"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <PagePanel title={t("home:promises")} description={t("home:promisesText")}>
      {rows.length === 0 ? (
        <p className={classes["quiet"]}>{t("home:noPromises")}</p>
      ) : (
        <ul className={classes["list"]}>
          {rows.map((row) => (
            <li key={row.id}>
              <div className={classes["top"]}>
                <Link
                  to="/projects/$projectId/contributions"
                  params={{ projectId: row.projectId }}
                  search={{ selected: row.id }}
                  className={classes["link"] ?? ""}
                >
                  {row.title}
                </Link>
                {row.endsOn === null ? null : <span>{t("home:until", { day: format.day(row.endsOn) })}</span>}
              </div>
              <div className={classes["facts"]}>
                <span>
                  {row.acronym} · {row.streamCode} {row.streamTitle}
                </span>
                <span>{t("home:others", { count: row.others })}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </PagePanel>
  );
}
