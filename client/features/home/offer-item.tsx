import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AmountText } from "#client/features/contributions/amount-text.tsx";
import classes from "#client/features/home/home.module.css";
import { MoneyText } from "#client/ui/money-text.tsx";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { OwnPart } from "#shared/features/home/home.ts";

/** An offer of the coordinator that waits for our answer, with its reason. */
export function OfferItem({ offer }: { offer: OwnPart["offers"][number] }) {
  const { t } = useTranslation();
  return (
    <li>
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
  );
}
