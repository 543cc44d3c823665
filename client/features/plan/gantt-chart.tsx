import { useCallback, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { GanttBarButton } from "#client/features/plan/gantt-bar-button.tsx";
import { GanttGround } from "#client/features/plan/gantt-ground.tsx";
import { GanttHead } from "#client/features/plan/gantt-head.tsx";
import { GanttLineList } from "#client/features/plan/gantt-line-list.tsx";
import { GanttLinkDrag } from "#client/features/plan/gantt-link-drag.tsx";
import { GanttMarkButton } from "#client/features/plan/gantt-mark-button.tsx";
import { GanttNameList } from "#client/features/plan/gantt-name-list.tsx";
import { GanttPaints } from "#client/features/plan/gantt-paints.tsx";
import { GanttTableHead } from "#client/features/plan/gantt-table-head.tsx";
import classes from "#client/features/plan/gantt.module.css";
import { useGanttDraft } from "#client/features/plan/use-gantt-draft.ts";
import { useGanttDrag } from "#client/features/plan/use-gantt-drag.ts";
import { useGanttFocus } from "#client/features/plan/use-gantt-focus.ts";
import { useGanttKeys } from "#client/features/plan/use-gantt-keys.ts";
import { useGanttLabels } from "#client/features/plan/use-gantt-labels.ts";
import { useVisibleRows } from "#client/features/plan/use-visible-rows.ts";
import { ganttPicture, type GanttOptions, planWith } from "#shared/features/plan/gantt-geometry.ts";
import { type GanttRow, ROW_HEIGHT } from "#shared/features/plan/gantt-rows.ts";
import type { ProjectPlan } from "#shared/features/plan/plan.ts";

type Props = {
  plan: ProjectPlan;
  options: GanttOptions;
  selectedId: string | null;
  /** Raised by one to bring today into view. */
  todayAsked: number;
  onOpen: (row: GanttRow) => void;
  onToggle: (key: string) => void;
  onLink: (predecessorId: string | null, successorId: string) => void;
};

/** Names on the left, bars on the right, moved by pointer and by keys; only what is seen is drawn. */
export function GanttChart({ plan, options, selectedId, todayAsked, onOpen, onToggle, onLink }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const sheet = useRef<SVGSVGElement>(null);
  const draft = useGanttDraft(plan);
  const picture = useMemo(() => ganttPicture(planWith(plan, draft.moves), options), [plan, draft.moves, options]);
  const labels = useGanttLabels(plan);
  const seen = useVisibleRows(box);
  const { scale, rows } = picture;
  const focus = useGanttFocus(rows, box);
  const { focusedKey } = focus;
  const mayMove = useCallback((row: GanttRow) => plan.may.plan && row.kind === "task" && !row.isDropped, [plan]);
  const press = useCallback(
    (key: string) => {
      const row = rows.find((each) => each.key === key);
      if (row?.kind === "group") onToggle(key);
      else if (row) onOpen(row);
    },
    [rows, onToggle, onOpen],
  );
  const toToday = useCallback(() => {
    if (box.current && scale.todayX !== null) box.current.scrollLeft = Math.max(0, scale.todayX - 200);
  }, [scale.todayX]);
  const wasAsked = useRef(todayAsked);
  useEffect(() => {
    if (wasAsked.current !== todayAsked) toToday();
    wasAsked.current = todayAsked;
  }, [todayAsked, toToday]);
  const drag = useGanttDrag({ draft, monthWidth: scale.monthWidth, box, sheet, onLink });
  const onKeyDown = useGanttKeys({
    picture,
    draft,
    present: rows.find(({ key }) => key === focusedKey),
    mayMove,
    goTo: focus.goTo,
    onPress: press,
    onToggle,
    onToday: toToday,
    onLink: (taskId) => onLink(null, taskId),
  });
  const isSeen = ({ row }: { row: GanttRow }) => isRowSeen(row, seen) || row.key === focusedKey;
  const top = seen.first * ROW_HEIGHT;
  const bottom = seen.last * ROW_HEIGHT;
  const lines = useMemo(
    () => picture.lines.filter(({ points }) => points.some(([, y]) => y >= top) && points.some(([, y]) => y <= bottom)),
    [picture.lines, top, bottom],
  );
  const shownRows = useMemo(() => rows.filter((row) => isRowSeen(row, seen)), [rows, seen]);
  const moving = new Set(draft.moves.map(({ id }) => id));
  const selectedKey = selectedId === null ? null : (rows.find(({ id }) => id === selectedId)?.key ?? null);
  const shared = (row: GanttRow) => ({
    label: labels.spoken(row),
    fill: row.streamId === null ? "var(--mantine-color-dimmed)" : `url(#gantt-${row.streamId})`,
    isTabStop: row.key === focusedKey,
    isSelected: row.key === selectedKey,
    onFocus: focus.setFocused,
    onPress: press,
  });
  return (
    <div className={classes["frame"]}>
      <div
        ref={box}
        className={classes["box"]}
        role="group"
        aria-label={t("gantt:label")}
        aria-describedby="gantt-keys"
      >
        <div
          className={classes["sheet"]}
          style={{ "--chart": `${picture.width}px`, "--rows": `${picture.height}px` } as object}
        >
          <div className={classes["head"]}>
            <GanttTableHead />
            <GanttHead scale={scale} left={seen.left} right={seen.right} />
          </div>
          <div className={classes["body"]}>
            <GanttNameList plan={plan} rows={shownRows} selectedKey={selectedKey} onToggle={onToggle} onOpen={press} />
            <svg
              ref={sheet}
              width={picture.width}
              height={picture.height}
              className={classes["chart"]}
              role="group"
              aria-label={t("gantt:bars")}
              onKeyDown={onKeyDown}
            >
              <GanttPaints streams={plan.streams} />
              <GanttGround picture={picture} left={seen.left} right={seen.right} rows={shownRows} />
              <GanttLineList lines={lines} activeKey={focusedKey} />
              {picture.bars.filter(isSeen).map((bar) => (
                <GanttBarButton
                  key={bar.row.key}
                  bar={bar}
                  {...shared(bar.row)}
                  monthWidth={scale.monthWidth}
                  isMoving={moving.has(bar.row.id)}
                  mayMove={mayMove(bar.row)}
                  onGrab={drag.begin}
                  onDrag={drag.move}
                  onDrop={drag.end}
                />
              ))}
              {picture.marks.filter(isSeen).map((mark) => (
                <GanttMarkButton key={mark.row.key} mark={mark} {...shared(mark.row)} />
              ))}
              <GanttLinkDrag link={drag.link} bars={picture.bars} />
            </svg>
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

const isRowSeen = (row: GanttRow, seen: { first: number; last: number }) =>
  row.y >= seen.first * ROW_HEIGHT && row.y < seen.last * ROW_HEIGHT;
