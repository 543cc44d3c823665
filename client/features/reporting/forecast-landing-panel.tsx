import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AmountText } from "#client/features/reporting/forecast-text.ts";
import classes from "#client/features/reporting/forecast.module.css";
import { PagePanel } from "#client/ui/page-panel.tsx";
import type { Forecast } from "#shared/features/reporting/forecast.ts";

type Props = { projectId: string; forecast: Forecast; amounts: AmountText; memberName: (id: string) => string };

const AT_ONCE = 8;

/** What has no month left and so lands in the last period: how much, whose, and why; nothing when there is none. */
export function ForecastLandingPanel({ projectId, forecast, amounts, memberName }: Props) {
  const { t } = useTranslation();
  const { landing, periods } = forecast;
  const last = periods.at(-1);
  if (landing.length === 0 || !last) return null;
  const sum = landing.reduce((total, { amount }) => total + amount, 0);
  const item = (each: (typeof landing)[number]) => (
    <li key={each.contributionId}>
      <strong className="tabular">{amounts.plain(each.amount)}</strong>
      <span>
        <Link to="/projects/$projectId/contributions" params={{ projectId }} search={{ selected: each.contributionId }}>
          {each.title}
        </Link>
        <small>
          {memberName(each.participantId)} · {t(`forecast:landing.${each.reason}`)}
        </small>
      </span>
    </li>
  );
  return (
    <PagePanel
      title={
        <span className={classes["alarm"]}>
          <IconAlertTriangle size={18} aria-hidden="true" />
          {t("forecast:landing.title", { amount: amounts.plain(sum), number: last.number })}
        </span>
      }
      description={t(forecast.hasHidden ? "forecast:landing.textSeen" : "forecast:landing.text")}
    >
      <ul className={classes["landing"]}>{landing.slice(0, AT_ONCE).map(item)}</ul>
      {landing.length > AT_ONCE ? (
        <details className={classes["more"]}>
          <summary>{t("forecast:landing.more", { count: landing.length - AT_ONCE })}</summary>
          <ul className={classes["landing"]}>{landing.slice(AT_ONCE).map(item)}</ul>
        </details>
      ) : null}
    </PagePanel>
  );
}
