import { useTranslation } from "react-i18next";
import { AmountText } from "#client/features/contributions/amount-text.tsx";
import classes from "#client/features/contributions/offer-list.module.css";
import { MoneyText } from "#client/ui/money-text.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import type { ContributionDetail } from "#shared/features/contributions/contribution-views.ts";

/** The talk about a line as a thread: every offer with its figures, reason, who and when, and how it ended. */
export function OfferList({ line }: { line: ContributionDetail }) {
  const { t } = useTranslation();
  return (
    <ol className={classes["thread"]}>
      {line.offers.map((offer, index) => (
        <li key={offer.id} className={classes["offer"]} data-side={offer.side}>
          <p className={classes["who"]}>
            <strong>{offer.byOrganisationName ?? line.memberName}</strong>
            {offer.byName === null ? null : <span>{offer.byName}</span>}
            <RelativeTime at={offer.at} />
          </p>
          <p className={classes["deed"]}>
            {t(`contributions:deed.${deedOf(line.offers[index - 1]?.side, offer.side)}`)}
          </p>
          <p className={classes["figures"]}>
            <AmountText effortPmHundredths={offer.effortPmHundredths} quantity={offer.quantity} unit={offer.unit} />
            <MoneyText cents={offer.valueCents} currency={line.currency} />
            {offer.fromMonth === null || offer.toMonth === null ? null : (
              <span>{t("contributions:monthsRange", { from: offer.fromMonth, to: offer.toMonth })}</span>
            )}
          </p>
          {offer.reason === "" ? null : <blockquote className={classes["reason"]}>{offer.reason}</blockquote>}
        </li>
      ))}
      {line.agreedAt === null ? null : (
        <li className={classes["end"]}>
          {line.agreedByName === null
            ? t("contributions:agreedOn")
            : t("contributions:agreedBy", { name: line.agreedByName })}{" "}
          <RelativeTime at={line.agreedAt} />
        </li>
      )}
    </ol>
  );
}

function deedOf(
  former: "member" | "coordinator" | undefined,
  side: "member" | "coordinator",
): "proposed" | "asked" | "countered" | "changed" {
  if (former === undefined) return side === "member" ? "proposed" : "asked";
  return former === side ? "changed" : "countered";
}
