import { useTranslation } from "react-i18next";
import classes from "#client/features/contributions/state-total-list.module.css";
import { contributionTones } from "#client/features/contributions/contribution-tones.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { StateTotal } from "#shared/features/contributions/contribution-views.ts";

type Props = { totals: readonly StateTotal[]; currency: string };

/** Sums of the lines shown, by state, so that nobody takes a proposal for a promise. */
export function StateTotalList({ totals, currency }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (totals.length === 0) return null;
  return (
    <ul className={classes["totals"]} aria-label={t("contributions:sums")}>
      {totals.map((total) => (
        <li key={total.state}>
          <StateBadge tone={contributionTones[total.state]}>{t(`contributions:state.${total.state}`)}</StateBadge>
          <span>{t("contributions:lines", { count: total.lines })}</span>
          <strong className="tabular">{format.money(total.valueCents, currency)}</strong>
          {total.effortPmHundredths === 0 ? null : (
            <span className="tabular">{format.effort(total.effortPmHundredths)}</span>
          )}
          {total.unvalued === 0 ? null : (
            <span className={classes["note"]}>{t("contributions:unvalued", { count: total.unvalued })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
