import { useMemo, useState } from "react";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { GanttMonthRow, type MonthEvent } from "#client/features/plan/gantt-month-row.tsx";
import classes from "#client/features/plan/gantt.module.css";
import type { GanttLabels } from "#client/features/plan/use-gantt-labels.ts";
import type { GanttRow } from "#shared/features/plan/gantt-rows.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = {
  plan: ProjectPlan;
  rows: readonly GanttRow[];
  labels: GanttLabels;
  monthNow: number | null;
  onOpen: (row: GanttRow) => void;
};

type Entry = { row: GanttRow; what: MonthEvent };

/** The plan for a narrow screen: month by month what starts, ends and is due; what is past stays closed at first. */
export function GanttMonthList({ plan, rows, labels, monthNow, onOpen }: Props) {
  const { t } = useTranslation();
  const [showsPast, setShowsPast] = useState(false);
  const months = useMemo(() => entriesByMonth(rows), [rows]);
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
            {entries.map(({ row, what }) => (
              <GanttMonthRow key={`${what} ${row.key}`} plan={plan} row={row} what={what} onOpen={onOpen} />
            ))}
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
    if (row.kind !== "task") put(row.endMonth ?? 0, { row, what: row.endMonth === null ? "undated" : "due" });
    else {
      if (row.startMonth === null && row.endMonth === null) put(0, { row, what: "undated" });
      if (row.startMonth !== null) put(row.startMonth, { row, what: "starts" });
      if (row.endMonth !== null) put(row.endMonth, { row, what: "ends" });
    }
  }
  return [...months].toSorted(([left], [right]) => (left || Infinity) - (right || Infinity));
}
