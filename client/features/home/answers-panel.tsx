import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AmountText } from "#client/features/contributions/amount-text.tsx";
import classes from "#client/features/home/home.module.css";
import { MoneyText } from "#client/ui/money-text.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { OwnPart } from "#shared/features/home/home.ts";

/** What waits for our answer: invitations, offers of the coordinator, reports that came back with a note. */
export function AnswersPanel({ ownPart }: { ownPart: OwnPart }) {
  const { t } = useTranslation();
  const { invitations, offers, returned, proposed } = ownPart;
  return (
    <PagePanel
      title={t("home:answers")}
      description={proposed === 0 ? undefined : t("home:proposed", { count: proposed })}
    >
      {invitations.length + offers.length + returned.length === 0 ? (
        <p className={classes["quiet"]}>{t("home:nothingToAnswer")}</p>
      ) : (
        <ul className={classes["list"]}>
          {invitations.map(({ projectId, acronym, title }) => (
            <li key={projectId}>
              <div className={classes["top"]}>
                <Link to="/projects/$projectId" params={{ projectId }} className={classes["link"] ?? ""}>
                  {acronym}
                </Link>
                <StateBadge tone="waiting">{t("home:invitation")}</StateBadge>
              </div>
              <div className={classes["facts"]}>{title}</div>
            </li>
          ))}
          {returned.map((report) => (
            <li key={report.id}>
              <div className={classes["top"]}>
                <Link
                  to="/projects/$projectId/updates"
                  params={{ projectId: report.projectId }}
                  search={{ period: report.periodId, tab: "write" }}
                  className={classes["link"] ?? ""}
                >
                  {report.title}
                </Link>
                <StateBadge tone="returned">{t("reporting:state.returned")}</StateBadge>
              </div>
              <div className={classes["facts"]}>
                {report.acronym} · {t("reporting:periodNumber", { number: report.periodNumber })}
              </div>
              <blockquote className={classes["note"]}>{report.note}</blockquote>
            </li>
          ))}
          {offers.map((offer) => (
            <li key={offer.id}>
              <div className={classes["top"]}>
                <Link
                  to="/projects/$projectId/contributions"
                  params={{ projectId: offer.projectId }}
                  search={{ selected: offer.id }}
                  className={classes["link"] ?? ""}
                >
                  {offer.title}
                </Link>
                <StateBadge tone="waiting">{t("home:offer")}</StateBadge>
              </div>
              <div className={classes["facts"]}>
                <span>{offer.acronym}</span>
                {offer.effortPmHundredths === null ? null : (
                  <AmountText effortPmHundredths={offer.effortPmHundredths} quantity={null} unit={null} />
                )}
                <MoneyText cents={offer.valueCents} currency={offer.currency} />
              </div>
              {offer.reason === "" ? null : <blockquote className={classes["note"]}>{offer.reason}</blockquote>}
            </li>
          ))}
        </ul>
      )}
    </PagePanel>
  );
}
