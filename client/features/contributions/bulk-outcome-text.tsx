import { useTranslation } from "react-i18next";
import classes from "#client/features/contributions/bulk-bar.module.css";
import type { BulkOutcome } from "#client/features/contributions/use-bulk.ts";

/** How many lines were done, and each that was refused with its reason. */
export function BulkOutcomeText({ outcome }: { outcome: BulkOutcome }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={classes["outcome"]}>
      <p>{t("contributions:bulk.done", { count: outcome.done })}</p>
      {outcome.refused.length === 0 ? null : (
        <ul>
          {outcome.refused.map(({ title, appCode }) => (
            <li key={title}>
              {t("contributions:bulk.refused", { title, why: t(`faults:${appCode}`, { defaultValue: appCode }) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
