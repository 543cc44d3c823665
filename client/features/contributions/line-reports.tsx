import { useTranslation } from "react-i18next";
import classes from "#client/features/contributions/line-reports.module.css";
import { updateTones } from "#client/features/reporting/update-tones.ts";
import { useFormat } from "#client/lib/use-format.ts";
import { StateBadge } from "#client/ui/state-badge.tsx";
import type { ContributionDetail } from "#shared/features/contributions/contribution-views.ts";

/** What was reported about an agreed line, period by period. */
export function LineReports({ line }: { line: ContributionDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-label={t("contributions:reports")}>
      <h2 className={classes["heading"]}>{t("contributions:reports")}</h2>
      {line.updates.length === 0 ? (
        <p>{t("contributions:noReports")}</p>
      ) : (
        <ul className={classes["reports"]}>
          {line.updates.map((update) => (
            <li key={update.id}>
              <span>{t("reporting:periodNumber", { number: update.periodNumber })}</span>
              <StateBadge tone={updateTones[update.state]}>{t(`reporting:state.${update.state}`)}</StateBadge>
              <span className="tabular">
                {[
                  update.deliveredPmHundredths === null ? null : format.effort(update.deliveredPmHundredths),
                  update.deliveredQuantity === null
                    ? null
                    : `${format.decimal(update.deliveredQuantity)} ${line.unit ?? ""}`,
                  update.deliveredCents === null ? null : format.money(update.deliveredCents, line.currency),
                ]
                  .filter((part) => part !== null)
                  .join(" · ")}
              </span>
              {update.text === "" ? null : <p>{update.text}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
