import classes from "#client/features/activity/activity.module.css";
import { ChangeGroupRow } from "#client/features/activity/change-group-row.tsx";
import type { ChangeDay } from "#client/features/activity/change-groups.ts";

type Props = { days: readonly ChangeDay[]; labels: Record<string, string>; currency: string };

/** Changes under the day they were made on, newest first. */
export function ChangeDayList({ days, labels, currency }: Props) {
  return days.map(({ day, groups }) => (
    <section key={day} aria-label={day}>
      <h2 className={classes["day"]}>{day}</h2>
      <ol className={classes["list"]}>
        {groups.map((rows) => (
          <ChangeGroupRow key={rows[0]?.seq} rows={rows} labels={labels} currency={currency} />
        ))}
      </ol>
    </section>
  ));
}
