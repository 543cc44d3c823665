import { useTranslation } from "react-i18next";
import classes from "#client/features/reporting/report-card.module.css";
import { formatZoned } from "#client/lib/format.ts";
import { useNow } from "#client/lib/use-now.ts";
import type { PeriodRow } from "#shared/features/reporting/period.ts";
import { requestSlots, slotInstant } from "#shared/features/reporting/request-rules.ts";
import type { RequestSettings } from "#shared/features/reporting/request-settings.ts";

type Props = { settings: RequestSettings; period: PeriodRow };

/** In words and dates, what these settings will do for a period. */
export function RequestPreview({ settings, period }: Props) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { endsOn, dueOn } = period;
  if (endsOn === null) return <p className={classes["quiet"]}>{t("reporting:previewNoStart")}</p>;
  const zone = settings.timeZone;
  return (
    <>
      <ol className={classes["preview"]}>
        {requestSlots(settings, { endsOn, dueOn }).map((slot) => {
          const at = slotInstant(settings, slot);
          return (
            <li key={slot.on} data-past={at < now || undefined}>
              <time dateTime={new Date(at).toISOString()}>{formatZoned(at, zone, i18n.language)}</time>
              <span>
                {t(`reporting:slot.${slot.kind}`)}
                {at < now ? ` (${t("reporting:slotPast")})` : ""}
              </span>
            </li>
          );
        })}
      </ol>
      <p className={classes["note"]}>{t(settings.asksByMail ? "reporting:previewMail" : "reporting:previewNoMail")}</p>
      <p className={classes["note"]}>
        {t(settings.locksWhenAccepted ? "reporting:previewLocks" : "reporting:previewOpen")}
      </p>
    </>
  );
}
