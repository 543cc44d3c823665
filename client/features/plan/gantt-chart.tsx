import { useCallback, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { GanttHead } from "#client/features/plan/gantt-head.tsx";
import { GanttNameList } from "#client/features/plan/gantt-name-list.tsx";
import { GanttSheet } from "#client/features/plan/gantt-sheet.tsx";
import { GanttTableHead } from "#client/features/plan/gantt-table-head.tsx";
import classes from "#client/features/plan/gantt.module.css";
import { useGanttDraft } from "#client/features/plan/use-gantt-draft.ts";
import { useGanttFocus } from "#client/features/plan/use-gantt-focus.ts";
import type { GanttLabels } from "#client/features/plan/use-gantt-labels.ts";
import { useTodayScroll } from "#client/features/plan/use-today-scroll.ts";
import { useVisibleRows } from "#client/features/plan/use-visible-rows.ts";
import { ganttPicture, type GanttOptions, planWith } from "#shared/features/plan/gantt-geometry.ts";
import { type GanttRow, ROW_HEIGHT } from "#shared/features/plan/gantt-rows.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = {
  plan: ProjectPlan;
  options: GanttOptions;
  labels: GanttLabels;
  selectedId: string | null;
  /** Raised by one to bring today into view. */
  todayAsked: number;
  onOpen: (row: GanttRow) => void;
  onToggle: (key: string) => void;
  onLink: (predecessorId: string | null, successorId: string) => void;
};

/** Names on the left, bars on the right, moved by pointer and by keys; only what is seen is drawn. */
export function GanttChart({ plan, options, labels, selectedId, todayAsked, onOpen, onToggle, onLink }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const draft = useGanttDraft(plan);
  const picture = useMemo(() => ganttPicture(planWith(plan, draft.moves), options), [plan, draft.moves, options]);
  const { scale, rows, width, height } = picture;
  const seen = useVisibleRows(box);
  const focus = useGanttFocus(rows, box);
  const toToday = useTodayScroll(box, scale.todayX, todayAsked);
  const press = useCallback(
    (key: string) => {
      const row = rows.find((each) => each.key === key);
      if (row?.kind === "group") onToggle(key);
      else if (row) onOpen(row);
    },
    [rows, onToggle, onOpen],
  );
  const shownRows = useMemo(
    () => rows.filter(({ y }) => y >= seen.first * ROW_HEIGHT && y < seen.last * ROW_HEIGHT),
    [rows, seen.first, seen.last],
  );
  const selectedKey = selectedId === null ? null : (rows.find(({ id }) => id === selectedId)?.key ?? null);
  const sizes = { "--chart": `${width}px`, "--rows": `${height}px` } as object;
  return (
    <div className={classes["frame"]}>
      <div
        ref={box}
        className={classes["box"]}
        role="group"
        aria-label={t("gantt:label")}
        aria-describedby="gantt-keys"
      >
        <div className={classes["sheet"]} style={sizes}>
          <div className={classes["head"]}>
            <GanttTableHead />
            <GanttHead scale={scale} left={seen.left} right={seen.right} />
          </div>
          <div className={classes["body"]}>
            <GanttNameList plan={plan} rows={shownRows} selectedKey={selectedKey} onToggle={onToggle} onOpen={press} />
            <GanttSheet
              {...{ plan, picture, labels, draft, focus, seen, shownRows, selectedKey, box }}
              onPress={press}
              onToggle={onToggle}
              onToday={toToday}
              onLink={onLink}
            />
          </div>
        </div>
      </div>
      <p className={classes["told"]} role="status" data-shown={draft.place !== null || undefined}>
        {draft.place === null ? "" : draft.cycle ? t("gantt:cycle") : labels.placed(draft.place, draft.moves)}
      </p>
      <p id="gantt-keys" className={classes["keys"]}>
        {t(plan.may.plan ? "gantt:keysPlan" : "gantt:keys")}
      </p>
    </div>
  );
}
