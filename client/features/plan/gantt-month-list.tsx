import { useMemo, useState } from "react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "#client/features/plan/gantt.module.css";
import type { GanttLabels } from "#client/features/plan/use-gantt-labels.ts";
import { StreamSwatch } from "#client/features/streams/stream-swatch.tsx";
import type { GanttRow } from "#shared/features/plan/gantt-rows.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = {
  plan: ProjectPlan;
  rows: readonly GanttRow[];
  labels: GanttLabels;
  monthNow: number | null;
  onOpen: (row: GanttRow) => void;
};

type Entry = { row: GanttRow; what: "starts" | "ends" | "due" };

/** The plan for a narrow screen: month by month what starts, ends and is due; what is past stays closed at first. */
export function GanttMonthList({ plan, rows, labels, monthNow, onOpen }: Props) {
  const { t } = useTranslation();
  const [showsPast, setShowsPast] = useState(false);
  const months = useMemo(() => entriesByMonth(rows), [rows]);
  const streams = new Map(plan.streams.map((stream) => [stream.id, stream]));
  const isPast = (month: number) => monthNow !== null && month > 0 && month < monthNow;
  const shown = months.filter(
    ([month, entries]) =>
      showsPast || !isPast(month) || entries.some(({ row, what }) => row.isOverdue && what !== "starts"),
  );
  return (
    <div className={classes["months"]}>
      {months.some(([month]) => isPast(month)) ? (
        <Button variant="default" size="sm" onClick={() => setShowsPast(!showsPast)} aria-expanded={showsPast}>
          {t(showsPast ? "gantt:hidePast" : "gantt:showPast")}
        </Button>
      ) : null}
      {shown.map(([month, entries]) => (
        <section key={month}>
          <h2 className={classes["monthName"]} data-now={month === monthNow || undefined}>
            {month === 0 ? t("gantt:noDates") : labels.month(month, "first")}
          </h2>
          <ul>
            {entries.map(({ row, what }) => {
              const stream = row.streamId === null ? undefined : streams.get(row.streamId);
              return (
                <li key={`${what} ${row.key}`}>
                  <button
                    type="button"
                    className={classes["monthRow"]}
                    aria-label={undefined}
                    onClick={() => onOpen(row)}
                  >
                    {stream ? <StreamSwatch colour={stream.colour} pattern={stream.pattern} /> : null}
                    <span>
                      <b>{row.code}</b> {row.title}
                      <small data-late={(row.isOverdue && what !== "starts") || undefined}>
                        {month === 0 ? t("gantt:unset") : t(`gantt:what.${what}`)}
                        {row.isDone
                          ? ` · ${t("gantt:done")}`
                          : row.isOverdue && what !== "starts"
                            ? ` · ${t("gantt:overdue")}`
                            : ""}
                      </small>
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

function entriesByMonth(rows: readonly GanttRow[]): [number, Entry[]][] {
  const months = new Map<number, Entry[]>();
  const put = (month: number, entry: Entry) => months.set(month, [...(months.get(month) ?? []), entry]);
  for (const row of rows) {
    if (row.kind === "group") continue;
    if (row.kind !== "task") put(row.endMonth ?? 0, { row, what: "due" });
    else {
      if (row.startMonth === null && row.endMonth === null) put(0, { row, what: "starts" });
      if (row.startMonth !== null) put(row.startMonth, { row, what: "starts" });
      if (row.endMonth !== null) put(row.endMonth, { row, what: "ends" });
    }
  }
  return [...months].toSorted(([left], [right]) => (left || Infinity) - (right || Infinity));
}
