import { useTranslation } from "react-i18next";
import { AmountText } from "#client/features/contributions/amount-text.tsx";
import { talkEntries } from "#client/features/contributions/talk-entries.ts";
import classes from "#client/features/contributions/talk-list.module.css";
import { MoneyText } from "#client/ui/money-text.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import type { ContributionDetail } from "#shared/features/contributions/contribution-views.ts";

/** The talk about a line as one thread: offers and proposed changes with figures and reason, who, for whom, when, and how each ended. */
export function TalkList({ line }: { line: ContributionDetail }) {
  const { t } = useTranslation();
  return (
    <ol className={classes["thread"]}>
      {talkEntries(line).map(({ key, at, side, deed, organisation, person, terms, reason }) =>
        side === null ? (
          <li key={key} className={classes["end"]}>
            {person === null
              ? t(`contributions:endedPlain.${deed}`)
              : t(`contributions:ended.${deed}`, { name: person })}{" "}
            <RelativeTime at={at} />
            {reason === "" ? null : <blockquote className={classes["reason"]}>{reason}</blockquote>}
          </li>
        ) : (
          <li key={key} className={classes["offer"]} data-side={side}>
            <p className={classes["who"]}>
              <strong>{organisation ?? line.memberName}</strong>
              {person === null ? null : <span>{person}</span>}
              <RelativeTime at={at} />
            </p>
            <p className={classes["deed"]}>{t(`contributions:deed.${deed}`)}</p>
            {terms === null ? null : (
              <p className={classes["figures"]}>
                <AmountText effortPmHundredths={terms.effortPmHundredths} quantity={terms.quantity} unit={terms.unit} />
                <MoneyText cents={terms.valueCents} currency={line.currency} />
                {terms.fromMonth === null || terms.toMonth === null ? null : (
                  <span>{t("contributions:monthsRange", { from: terms.fromMonth, to: terms.toMonth })}</span>
                )}
              </p>
            )}
            {reason === "" ? null : <blockquote className={classes["reason"]}>{reason}</blockquote>}
          </li>
        ),
      )}
    </ol>
  );
}
