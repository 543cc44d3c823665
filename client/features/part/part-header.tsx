import { useTranslation } from "react-i18next";
import classes from "#client/features/part/part.module.css";
import { useFormat } from "#client/lib/use-format.ts";
import { dayOf } from "#shared/dates.ts";
import type { Part } from "#shared/features/part/part.ts";

/** Whole days from today to the due day; negative once it has passed. */
function daysUntil(dueOn: string): number {
  return Math.round((Date.parse(dueOn) - Date.parse(dayOf(Date.now()))) / 86_400_000);
}

/** Whose part of what it is, and until when it is due. */
export function PartHeader({ part }: { part: Part }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { period } = part;
  const days = daysUntil(period.dueOn);
  const range =
    period.startsOn === null || period.endsOn === null
      ? null
      : `${format.month(period.startsOn)} – ${format.month(period.endsOn)}`;
  const due =
    days > 0 ? t("part:dueIn", { count: days }) : days === 0 ? t("part:dueToday") : t("part:overdue", { count: -days });
  return (
    <header className={classes["head"]}>
      <p className={classes["project"]}>
        {part.projectAcronym} · {t("reporting:periodNumber", { number: period.number })}
      </p>
      <h1>{part.organisationName}</h1>
      <p className={classes["quiet"]}>
        {range === null ? null : <span>{range}</span>}
        <span className={classes["due"]} data-late={days < 0 || undefined}>
          {due} ({format.day(period.dueOn)})
        </span>
      </p>
    </header>
  );
}
