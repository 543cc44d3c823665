import { useTranslation } from "react-i18next";
import classes from "#client/features/plan/gantt.module.css";
import { StreamSwatch } from "#client/features/streams/stream-swatch.tsx";
import type { GanttRow } from "#shared/features/plan/gantt-rows.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

/** What happens to a row in a month; `undated`: nobody has said when. */
export type MonthEvent = "starts" | "ends" | "due" | "undated";

type Props = { plan: ProjectPlan; row: GanttRow; what: MonthEvent; onOpen: (row: GanttRow) => void };

/** One thing that starts, ends or is due, with who leads it; opens it. */
export function GanttMonthRow({ plan, row, what, onOpen }: Props) {
  const { t } = useTranslation();
  const stream = plan.streams.find(({ id }) => id === row.streamId);
  const member = plan.participants.find(({ id }) => id === row.participantId)?.name;
  const isLate = row.isOverdue && what !== "starts";
  const state = row.isDone ? t("gantt:done") : isLate ? t("gantt:overdue") : null;
  return (
    <li>
      <button type="button" className={classes["monthRow"]} onClick={() => onOpen(row)}>
        {stream ? <StreamSwatch colour={stream.colour} pattern={stream.pattern} /> : null}
        <span>
          <b>{row.code}</b> {row.title}
          <small data-late={isLate || undefined}>
            {[t(`gantt:what.${what}`), state, member].filter(Boolean).join(" · ")}
          </small>
        </span>
      </button>
    </li>
  );
}
