import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "#client/features/home/home.module.css";
import { OfferItem } from "#client/features/home/offer-item.tsx";
import { ReturnedItem } from "#client/features/home/returned-item.tsx";
import { VoteItem } from "#client/features/home/vote-item.tsx";
import { PagePanel } from "#client/ui/page-panel.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { OwnPart } from "#shared/features/home/home.ts";

/** What waits for our answer: invitations, reports that came back with a note, offers of the coordinator. */
export function AnswersPanel({ ownPart }: { ownPart: OwnPart }) {
  const { t } = useTranslation();
  const { invitations, offers, returned, proposed, votes } = ownPart;
  const waiting = proposed === 0 ? undefined : t("home:proposed", { count: proposed });
  return (
    <PagePanel title={t("home:answers")} description={waiting}>
      {invitations.length + offers.length + returned.length + votes.length === 0 ? (
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
          {votes.map((vote) => (
            <VoteItem key={vote.id} vote={vote} />
          ))}
          {returned.map((report) => (
            <ReturnedItem key={report.id} report={report} />
          ))}
          {offers.map((offer) => (
            <OfferItem key={offer.id} offer={offer} />
          ))}
        </ul>
      )}
    </PagePanel>
  );
}
